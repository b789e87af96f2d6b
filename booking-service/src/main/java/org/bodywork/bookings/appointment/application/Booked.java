package org.bodywork.bookings.appointment.application;

import org.bodywork.bookings.appointment.domain.Appointment;

/**
 * A booking that stands.
 *
 * @param replayed whether an earlier request with the same key had made it
 */
public record Booked(Appointment appointment, boolean replayed) {}
