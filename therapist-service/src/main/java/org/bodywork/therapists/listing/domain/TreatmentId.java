package org.bodywork.therapists.listing.domain;

import java.util.UUID;

public record TreatmentId(UUID value) {

    /** An external id that is unique for one therapist. The same one always gives the same id. */
    public static TreatmentId ofExternal(Slug therapist, Slug external) {
        return new TreatmentId(ExternalId.derived("treatment", therapist.value() + ":" + external.value()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
