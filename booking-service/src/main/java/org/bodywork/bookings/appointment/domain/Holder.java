package org.bodywork.bookings.appointment.domain;

import java.util.List;
import org.bodywork.bookings.opening.domain.Claim;

/** Whoever has taken time. */
public sealed interface Holder permits Appointment, Hold {

    AppointmentId id();

    /** What it takes, by when each of it ends. */
    List<Claim> claims();
}
