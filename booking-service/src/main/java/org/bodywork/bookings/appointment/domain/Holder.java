package org.bodywork.bookings.appointment.domain;

import org.bodywork.bookings.opening.domain.Claim;

/** Whoever has taken time. */
public sealed interface Holder permits Appointment, Hold {

    AppointmentId id();

    Claim claim();
}
