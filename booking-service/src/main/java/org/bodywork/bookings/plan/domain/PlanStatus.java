package org.bodywork.bookings.plan.domain;

/** Where a plan stands; the names are part of the published contract. */
public enum PlanStatus {
    /** Waits for the client. */
    PROPOSED,
    AGREED,
    /** The therapist found that it has done what it was for. */
    FINISHED,
    /** The therapist ended it for another reason. */
    ENDED;

    public boolean isOpen() {
        return this == PROPOSED || this == AGREED;
    }
}
