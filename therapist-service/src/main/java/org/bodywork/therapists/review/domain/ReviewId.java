package org.bodywork.therapists.review.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names a review. */
public record ReviewId(UUID value) {

    /** The one review that a token allows: whoever writes a second one meets the first under the same id. */
    public static ReviewId of(TokenHash token) {
        return new ReviewId(UUID.nameUUIDFromBytes(("review|" + token.value()).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
