package org.bodywork.bookings.plan.domain;

import java.time.Instant;
import org.bodywork.bookings.appointment.domain.Actor;

/** Something that was done with a plan, by whom: its audit trail is never cut. */
public record PlanEntry(Instant at, Actor by, Action action) {

    /** The names are part of the published contract. */
    public enum Action {
        MADE,
        CHANGED,
        AGREED,
        DECIDED,
        ENDED,
        READ
    }
}
