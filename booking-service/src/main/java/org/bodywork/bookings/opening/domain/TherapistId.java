package org.bodywork.bookings.opening.domain;

import java.util.UUID;

/** Names one therapist. */
public record TherapistId(UUID value) {

    public static TherapistId of(String text) {
        return new TherapistId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
