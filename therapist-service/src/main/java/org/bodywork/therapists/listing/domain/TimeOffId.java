package org.bodywork.therapists.listing.domain;

import java.util.UUID;

public record TimeOffId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
