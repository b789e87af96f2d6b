package org.bodywork.therapists.claiming;

import java.time.Instant;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody says that a practice is theirs.
 *
 * @param email where they will sign in once an operator has agreed
 * @param note how to make sure of it, in their words
 */
record Claim(
        PracticeId practice,
        String name,
        EmailAddress email,
        @Nullable String note,
        Instant at) {

    ClaimId id() {
        return ClaimId.of(practice, email);
    }
}
