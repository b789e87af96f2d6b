package org.bodywork.therapists.listing.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Our ids, derived from the ids that practices use themselves. */
final class ExternalId {

    private ExternalId() {}

    static UUID derived(String kind, String external) {
        return UUID.nameUUIDFromBytes((kind + ":" + external).getBytes(UTF_8));
    }
}
