package org.bodywork.notifications.notification.domain;

/** What a message says. */
public enum MessageKind {
    REQUEST_RECEIVED,
    CONFIRMATION,
    DECLINED,
    CANCELLATION,
    /** Nobody answered the request in time. */
    EXPIRED,
    REMINDER;

    /** Whether it promises that the visit takes place at the time it names. */
    boolean promisesTheTime() {
        return switch (this) {
            case REQUEST_RECEIVED, CONFIRMATION, REMINDER -> true;
            case DECLINED, CANCELLATION, EXPIRED -> false;
        };
    }
}
