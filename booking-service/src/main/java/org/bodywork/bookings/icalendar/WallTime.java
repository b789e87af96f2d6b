package org.bodywork.bookings.icalendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Which moment a time on some wall clock is. */
@FunctionalInterface
interface WallTime {

    Instant momentOf(LocalDateTime local);

    /** A skipped time counts by the offset before the gap, a repeated one is its first pass (RFC 5545, 3.3.5). */
    static WallTime in(ZoneId zone) {
        return local -> local.atZone(zone).toInstant();
    }
}
