package org.bodywork.bookings.appointment.domain;

/** Where an appointment stands; the names are part of the published contract. */
public enum Status {
    /** Waits for the therapist and holds its time meanwhile. */
    REQUESTED(true),
    /** The therapist can at another time, which waits for the client and is held meanwhile. */
    PROPOSED(true),
    CONFIRMED(true),
    /** The client has come. */
    CHECKED_IN(true),
    COMPLETED(false),
    NO_SHOW(false),
    DECLINED(false),
    EXPIRED(false),
    CANCELLED_BY_CLIENT(false),
    CANCELLED_BY_THERAPIST(false);

    private final boolean takesTime;

    Status(boolean takesTime) {
        this.takesTime = takesTime;
    }

    public boolean takesTime() {
        return takesTime;
    }

    /** Whether one side has yet to answer the other. */
    public boolean isOpen() {
        return this == REQUESTED || this == PROPOSED;
    }

    /** Whether both sides count on the visit, which is not over yet. */
    public boolean isAgreed() {
        return this == CONFIRMED || this == CHECKED_IN;
    }
}
