package org.bodywork.bookings.opening.domain;

import java.util.UUID;

/** Names one treatment. */
public record TreatmentId(UUID value) {

    public static TreatmentId of(String text) {
        return new TreatmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
