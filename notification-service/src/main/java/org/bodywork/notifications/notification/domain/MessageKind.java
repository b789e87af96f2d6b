package org.bodywork.notifications.notification.domain;

/** What a message about a visit says, and to whom. */
public enum MessageKind {
    REQUEST_RECEIVED(Audience.CLIENT),
    CONFIRMATION(Audience.CLIENT),
    /** The therapist can at another time, and asks the client. */
    PROPOSAL(Audience.CLIENT),
    MOVED(Audience.CLIENT),
    /** What is different from what the client was last told. */
    CHANGED(Audience.CLIENT),
    /** The therapist asks to move a confirmed visit. */
    MOVE_PROPOSED(Audience.CLIENT),
    /** A confirmed visit keeps its time: the other one could not be agreed on. */
    NOT_MOVED(Audience.CLIENT),
    DECLINED(Audience.CLIENT),
    CANCELLATION(Audience.CLIENT),
    /** Nobody answered the request in time. */
    EXPIRED(Audience.CLIENT),
    /** The link in earlier messages opens nothing any more: here is another. */
    NEW_LINK(Audience.CLIENT),
    REMINDER(Audience.CLIENT),
    /** The questions before the visit are not answered yet. */
    INTAKE_MISSING(Audience.CLIENT),
    /** A neutral word after the visit; what helps between visits lies behind its link. */
    FOLLOW_UP(Audience.CLIENT),
    REVIEW_REQUEST(Audience.CLIENT),
    /** Freed time is kept for a client who waits for some. */
    OFFER(Audience.CLIENT),
    /** Who was to look after the visit is away; others are held for the client. */
    ALTERNATIVES(Audience.CLIENT),
    PLAN_TO_AGREE(Audience.CLIENT),
    /** The next visit of a plan can be booked. */
    NEXT_VISIT_DUE(Audience.CLIENT),

    NEW_BOOKING(Audience.STAFF),
    /** A client waits for an answer: to a request, or to the wish to move a visit. */
    REQUEST_WAITING(Audience.STAFF),
    /** Half of the time to answer has passed. */
    REQUEST_STILL_WAITING(Audience.STAFF),
    /** It will not take place, whoever ended it. */
    VISIT_CANCELLED(Audience.STAFF),
    VISIT_MOVED(Audience.STAFF),
    /** The client cannot come at the other time. */
    VISIT_STAYS(Audience.STAFF),
    /** What the client wrote before the visit is to be looked at. Does not say why. */
    REVIEW_NEEDED(Audience.STAFF),
    /** What the client answered after the visit is to be looked at. Does not say why. */
    ATTENTION(Audience.STAFF);

    /** Who reads messages of a kind. */
    public enum Audience {
        CLIENT,
        STAFF
    }

    private final Audience audience;

    MessageKind(Audience audience) {
        this.audience = audience;
    }

    public Audience audience() {
        return audience;
    }

    /** Whether it goes at a time before the visit, whatever happens. */
    public boolean isBeforeVisit() {
        return this == REMINDER || this == INTAKE_MISSING;
    }

    /** Whether it goes at a time after the visit. */
    public boolean isAfterVisit() {
        return this == FOLLOW_UP || this == REVIEW_REQUEST;
    }

    /** Whether it goes at a time that the visit and the practice's rules set. */
    public boolean isTimed() {
        return isBeforeVisit() || isAfterVisit();
    }

    /** Whether it speaks of a plan, which has no time. */
    public boolean isOfAPlan() {
        return this == PLAN_TO_AGREE || this == NEXT_VISIT_DUE;
    }

    /** Whether one message of it tells of all visits that were booked together. */
    public boolean speaksForASeries() {
        return this == CONFIRMATION || this == REQUEST_RECEIVED;
    }

    /** Whether it may only be answered for a while, and is of no use any more after that. */
    boolean asksToDecide() {
        return this == OFFER || this == ALTERNATIVES;
    }

    /** Whether it is false as soon as anything is different from what it speaks of. */
    boolean isOvertakenByAnyChange() {
        return this == OFFER || isOfAPlan();
    }

    /** Whether it may wait for the morning however soon after that its visit begins. */
    boolean canWaitForTheMorning() {
        return isTimed() || this == OFFER || isOfAPlan();
    }

    /** Whether it promises that the visit takes place at the time it names. */
    boolean promisesTheTime() {
        return switch (this) {
            case REQUEST_RECEIVED,
                    CONFIRMATION,
                    PROPOSAL,
                    MOVED,
                    CHANGED,
                    MOVE_PROPOSED,
                    NOT_MOVED,
                    REMINDER,
                    INTAKE_MISSING,
                    NEW_BOOKING,
                    REQUEST_WAITING,
                    REQUEST_STILL_WAITING,
                    VISIT_MOVED,
                    VISIT_STAYS,
                    REVIEW_NEEDED,
                    OFFER,
                    ALTERNATIVES -> true;
            case DECLINED,
                    CANCELLATION,
                    EXPIRED,
                    NEW_LINK,
                    FOLLOW_UP,
                    REVIEW_REQUEST,
                    VISIT_CANCELLED,
                    PLAN_TO_AGREE,
                    NEXT_VISIT_DUE,
                    ATTENTION -> false;
        };
    }
}
