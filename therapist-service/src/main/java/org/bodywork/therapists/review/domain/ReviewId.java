package org.bodywork.therapists.review.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.bodywork.therapists.listing.domain.TherapistId;

/** Names a review. */
public record ReviewId(UUID value) {

    /** The one review that a token allows: whoever writes a second one meets the first under the same id. */
    public static ReviewId of(TokenHash token) {
        return derived("review|" + token.value());
    }

    static ReviewId invented(TherapistId therapist, String text) {
        return derived("invented-review|" + therapist + "|" + text);
    }

    private static ReviewId derived(String name) {
        return new ReviewId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
