package org.bodywork.bookings.opening.domain;

import java.time.Instant;

/** Real time from a moment until, and not including, another one. */
public record TimeSpan(Instant from, Instant until) {

    public TimeSpan {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a span does not end before it begins");
        }
    }

    /** Whether all of that lies in it. */
    boolean holds(Instant start, Instant end) {
        return !start.isBefore(from) && !end.isAfter(until);
    }
}
