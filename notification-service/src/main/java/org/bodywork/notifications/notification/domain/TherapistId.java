package org.bodywork.notifications.notification.domain;

/** Names a therapist. */
public record TherapistId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
