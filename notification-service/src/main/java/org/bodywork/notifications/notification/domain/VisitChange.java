package org.bodywork.notifications.notification.domain;

import java.time.Instant;

/**
 * Something happened to a visit.
 *
 * @param visit the visit after it
 * @param at when it happened, in business time
 */
public record VisitChange(What what, Visit visit, Instant at) {

    /** What happened. */
    public enum What {
        REQUESTED,
        CONFIRMED,
        DECLINED,
        CANCELLED,
        EXPIRED,
        CHECKED_IN,
        COMPLETED,
        NO_SHOW
    }
}
