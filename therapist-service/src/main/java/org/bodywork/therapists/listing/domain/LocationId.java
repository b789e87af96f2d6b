package org.bodywork.therapists.listing.domain;

import java.util.UUID;

public record LocationId(UUID value) {

    /** An external id that is unique in one practice. The same one always gives the same id. */
    public static LocationId ofExternal(Slug practice, Slug external) {
        return new LocationId(ExternalId.derived("location", practice.value() + ":" + external.value()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
