package org.bodywork.bookings.waitlist.domain;

import java.util.UUID;

/** Names one wish on the waitlist. */
public record EntryId(UUID value) {

    public static EntryId of(String text) {
        return new EntryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
