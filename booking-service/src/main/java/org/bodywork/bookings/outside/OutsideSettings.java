package org.bodywork.bookings.outside;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How outside calendars are read.
 *
 * @param every how often each is fetched while that works
 * @param keptFor for how long the last good copy counts when it does not
 * @param daysAhead how far ahead busy times count
 * @param patience how long fetching one may take
 * @param mostBytes how large one may be
 * @param atOnce how many an instance fetches at once
 */
@ConfigurationProperties("bodywork.outside-calendars")
record OutsideSettings(
        @DefaultValue("15m") Duration every,
        @DefaultValue("7d") Duration keptFor,
        @DefaultValue("400") int daysAhead,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("5MB") DataSize mostBytes,
        @DefaultValue("4") int atOnce) {

    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final int MOST_DOUBLINGS = 10;

    OutsideSettings {
        if (!every.isPositive() || !keptFor.isPositive() || !patience.isPositive() || daysAhead < 1 || atOnce < 1) {
            throw new IllegalArgumentException("what outside calendars are read by must be positive");
        }
    }

    /** Doubles with every failure in a row. */
    Duration untilNext(int failures) {
        Duration wait = every.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration longest = LONGEST_WAIT.compareTo(every) > 0 ? LONGEST_WAIT : every;
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
