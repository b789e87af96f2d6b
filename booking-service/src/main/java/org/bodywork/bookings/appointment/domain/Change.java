package org.bodywork.bookings.appointment.domain;

/** A decision ready to be stored: it holds only if the appointment still is what it was decided on. */
public record Change(Appointment before, Appointment after) {}
