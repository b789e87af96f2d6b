package org.bodywork.notifications.notification.domain;

/** Where a visit stands in its life. */
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
    NO_SHOW;

    boolean isCancelled() {
        return this == CANCELLED_BY_CLIENT || this == CANCELLED_BY_THERAPIST;
    }
}
