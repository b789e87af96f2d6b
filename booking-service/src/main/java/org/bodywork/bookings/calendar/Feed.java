package org.bodywork.bookings.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A therapist's calendar as others may fetch it. Its secret is computed from the version and not stored.
 *
 * @param id the therapist
 * @param version which secret is valid; it only rises, so that no secret comes back
 * @param secretHash the SHA-256 of the secret, to find it by; absent while nobody may fetch it
 * @param since when that became so, in business time
 */
record Feed(@Id String id, long version, @Nullable String secretHash, Instant since) {

    static final String COLLECTION = "calendarFeeds";

    boolean open() {
        return secretHash != null;
    }
}
