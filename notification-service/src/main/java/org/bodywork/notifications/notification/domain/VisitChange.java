package org.bodywork.notifications.notification.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a visit.
 *
 * @param account who did it, where a member of staff did
 * @param visit the visit after it
 * @param at when it happened, in business time
 * @param toldBefore whether people were told of it before: only the state is news to us
 */
public record VisitChange(What what, Side by, @Nullable String account, Visit visit, Instant at, boolean toldBefore) {

    public VisitChange(What what, Side by, Visit visit, Instant at) {
        this(what, by, null, visit, at, false);
    }

    /** The same, of which nobody was told. */
    public VisitChange missed() {
        return new VisitChange(what, by, account, visit, at, false);
    }

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
        LINK_REVOKED,
        /** Others are held for the client, because the therapist is away. */
        ALTERNATIVES_OFFERED,
        /** Freed time is kept for somebody who waits. */
        OFFERED,
        OFFER_OVER,
        /** A plan waits for its client to agree. */
        PLAN_PROPOSED,
        NEXT_VISIT_DUE
    }
}
