package org.bodywork.bookings.appointment.domain;

import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.bookings.opening.domain.Slot;
import org.jspecify.annotations.Nullable;

/**
 * One therapist's slot and where it is given.
 *
 * @param room null when none is needed
 */
public record Seat(Slot slot, @Nullable Room room) {}
