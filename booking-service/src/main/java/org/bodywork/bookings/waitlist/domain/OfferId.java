package org.bodywork.bookings.waitlist.domain;

import java.util.UUID;

/** Names one offer, and the hold that keeps its time. */
public record OfferId(UUID value) {

    public static OfferId of(String text) {
        return new OfferId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
