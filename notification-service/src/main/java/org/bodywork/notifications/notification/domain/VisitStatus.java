package org.bodywork.notifications.notification.domain;

/**
 * Where a visit stands in its life. What is told of in the same way and is no visit has a life of its own: freed time that is
 * offered to somebody who waits, and a plan of visits.
 */
public enum VisitStatus {
    REQUESTED,
    PROPOSED,
    CONFIRMED,
    CHECKED_IN,
    COMPLETED,
    EXPIRED,
    DECLINED,
    CANCELLED_BY_CLIENT,
    CANCELLED_BY_THERAPIST,
    NO_SHOW,

    /** Freed time, kept for somebody who may take it. */
    OFFERED,
    /** It was taken, declined, or kept in vain. */
    OFFER_OVER,

    /** A plan that waits for its client to agree. */
    PLAN_PROPOSED,
    PLAN_AGREED;

    boolean isCancelled() {
        return this == CANCELLED_BY_CLIENT || this == CANCELLED_BY_THERAPIST;
    }
}
