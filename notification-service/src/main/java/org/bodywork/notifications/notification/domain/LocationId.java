package org.bodywork.notifications.notification.domain;

/** Names a location. */
public record LocationId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
