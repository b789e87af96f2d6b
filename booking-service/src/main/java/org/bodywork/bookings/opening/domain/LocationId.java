package org.bodywork.bookings.opening.domain;

import java.util.UUID;

/** Names one place where therapists work. */
public record LocationId(UUID value) {

    public static LocationId of(String text) {
        return new LocationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
