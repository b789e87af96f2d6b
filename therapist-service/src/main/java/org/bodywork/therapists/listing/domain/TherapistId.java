package org.bodywork.therapists.listing.domain;

import java.util.UUID;

public record TherapistId(UUID value) {

    /** The same external id gives the same id for ever, so that importing a row twice is importing it once. */
    public static TherapistId ofExternal(Slug external) {
        return new TherapistId(ExternalId.derived("therapist", external.value()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
