package org.bodywork.bookings.opening.domain;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Time taken by one visit.
 *
 * @param keys the keys of {@link Resource#keysDuring} that it holds
 * @param expiresAt when the claim ends by itself; null for one that stands until somebody ends it
 */
public record Claim(Set<String> keys, @Nullable Instant expiresAt) {

    public Claim {
        keys = Set.copyOf(keys);
    }

    /** An expired claim is nobody's any more, even before it has been cleared away. */
    public boolean standsAt(Instant now) {
        return expiresAt == null || expiresAt.isAfter(now);
    }
}
