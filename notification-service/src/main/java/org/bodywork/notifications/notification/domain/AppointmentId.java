package org.bodywork.notifications.notification.domain;

/** Names an appointment. */
public record AppointmentId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
