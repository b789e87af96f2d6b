package org.bodywork.bookings.opening.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Real time from a moment until, and not including, another one. */
public record TimeSpan(Instant from, Instant until) {

    public TimeSpan {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a span does not end before it begins");
        }
    }

    /** The whole of a local date, which is not always 24 hours. */
    public static TimeSpan ofDay(LocalDate date, ZoneId zone) {
        return new TimeSpan(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    public Duration length() {
        return Duration.between(from, until);
    }

    /** Whether all of that lies in it. */
    boolean holds(Instant start, Instant end) {
        return !start.isBefore(from) && !end.isAfter(until);
    }
}
