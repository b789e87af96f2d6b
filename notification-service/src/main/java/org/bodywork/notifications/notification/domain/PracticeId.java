package org.bodywork.notifications.notification.domain;

/** Names a practice. */
public record PracticeId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
