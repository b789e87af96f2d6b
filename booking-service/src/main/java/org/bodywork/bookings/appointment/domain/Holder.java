package org.bodywork.bookings.appointment.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bodywork.bookings.opening.domain.Claim;
import org.bodywork.bookings.opening.domain.TimeSpan;

/** Whoever has taken time. */
public sealed interface Holder permits Appointment, Hold, Block {

    AppointmentId id();

    /** The time it is about: of the visit, not of one that is only wanted. */
    TimeSpan span();

    /** What it takes, by when each of it ends. */
    List<Claim> claims();

    /** All of its keys, also those it keeps for good. */
    Set<String> occupied();

    /** What a therapist does for it: visits that took or will take place, or may. */
    List<Visit> work(Instant now);

    /** Whether anything of it has ended by itself and is still to be cleared away. */
    boolean isOverdue(Instant now);
}
