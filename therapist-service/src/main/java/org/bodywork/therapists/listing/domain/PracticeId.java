package org.bodywork.therapists.listing.domain;

import java.util.UUID;

public record PracticeId(UUID value) {

    /** The same external id gives the same id for ever, so that importing a row twice is importing it once. */
    public static PracticeId ofExternal(Slug external) {
        return new PracticeId(ExternalId.derived("practice", external.value()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
