package org.bodywork.bookings.checkpoint;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** What a checkpoint covers, and when the next one is due. */
enum Scope {

    /** Everything told in the last 26 hours, every hour: also after a day with the longest pause there may be. */
    RECENT("recent") {
        @Override
        Instant nextAfter(Instant now) {
            return now.plus(1, ChronoUnit.HOURS);
        }
    },

    /** Every visit that has not ended, at night: three o'clock in Missouri, two in Colorado, an hour later in summer. */
    LIVE("live") {
        @Override
        Instant nextAfter(Instant now) {
            ZonedDateTime today = now.atZone(ZoneOffset.UTC).with(AT_NIGHT);
            return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
        }
    };

    static final Duration RECENTLY = Duration.ofHours(26);

    private static final LocalTime AT_NIGHT = LocalTime.of(9, 0);

    private final String wireName;

    Scope(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    abstract Instant nextAfter(Instant now);
}
