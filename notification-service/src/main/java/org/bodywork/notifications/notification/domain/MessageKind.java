package org.bodywork.notifications.notification.domain;

/** What a message says. */
public enum MessageKind {
    REQUEST_RECEIVED,
    CONFIRMATION,
    /** The therapist can at another time, and asks the client. */
    PROPOSAL,
    MOVED,
    /** The therapist asks to move a confirmed visit. */
    MOVE_PROPOSED,
    /** A confirmed visit keeps its time: the other one could not be agreed on. */
    NOT_MOVED,
    DECLINED,
    CANCELLATION,
    /** Nobody answered the request in time. */
    EXPIRED,
    REMINDER,
    /** The link in earlier messages opens nothing any more: here is another. */
    NEW_LINK;

    /** Whether it promises that the visit takes place at the time it names. */
    boolean promisesTheTime() {
        return switch (this) {
            case REQUEST_RECEIVED, CONFIRMATION, PROPOSAL, MOVED, MOVE_PROPOSED, NOT_MOVED, REMINDER -> true;
            case DECLINED, CANCELLATION, EXPIRED, NEW_LINK -> false;
        };
    }
}
