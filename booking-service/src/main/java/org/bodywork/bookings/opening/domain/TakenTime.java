package org.bodywork.bookings.opening.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Time for which somebody or something cannot be had.
 *
 * @param expiresAt when it ends by itself; null where it stands until somebody ends it
 */
public record TakenTime(
        Resource resource, TimeSpan span, @Nullable Instant expiresAt) {

    boolean standsAt(Instant now) {
        return expiresAt == null || expiresAt.isAfter(now);
    }
}
