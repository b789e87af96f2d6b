package org.bodywork.notifications.notification.domain;

import java.time.Instant;

/**
 * Something happened to a visit.
 *
 * @param visit the visit after it
 * @param at when it happened, in business time
 */
public record VisitChange(What what, Side by, Visit visit, Instant at) {

    /** Who made it happen. */
    public enum Side {
        CLIENT,
        STAFF,
        /** Time: nobody answered. */
        SYSTEM
    }

    /** What happened. */
    public enum What {
        REQUESTED,
        PROPOSED,
        CONFIRMED,
        MOVED,
        MOVE_ASKED,
        NOT_MOVED,
        DECLINED,
        CANCELLED,
        EXPIRED,
        /** Staff put right who the client is and how to reach them. */
        CORRECTED,
        /** Half of the time to answer has passed, which is the therapist's to know. */
        REQUEST_WAITING,
        CHECKED_IN,
        COMPLETED,
        NO_SHOW,
        INTAKE_RECEIVED,
        /** The visit has another secret link; the one in earlier messages opens nothing any more. */
        LINK_REVOKED
    }
}
