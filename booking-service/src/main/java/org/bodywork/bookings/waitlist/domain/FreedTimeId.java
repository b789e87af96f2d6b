package org.bodywork.bookings.waitlist.domain;

import java.util.UUID;

/** Names one freed time. */
public record FreedTimeId(UUID value) {

    public static FreedTimeId of(String text) {
        return new FreedTimeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
