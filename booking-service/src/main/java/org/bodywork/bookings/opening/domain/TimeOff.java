package org.bodywork.bookings.opening.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Time in which a therapist sees nobody, whatever the working hours; on the wall clock of the locations, from inclusive
 * to exclusive. One that comes again lasts as long each time, and ends before the next.
 *
 * @param until the last local date on which it may begin again; null where it never stops
 */
public record TimeOff(
        LocalDateTime from,
        LocalDateTime to,
        Repeats repeats,
        @Nullable LocalDate until) {

    public TimeOff {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("time off ends after it begins: " + from + " to " + to);
        }
        if (repeats != Repeats.NEVER && to.isAfter(repeats.later(from, 1))) {
            throw new IllegalArgumentException("time off ends before it comes again: " + from + " to " + to);
        }
    }

    /** How often it comes again. */
    public enum Repeats {
        NEVER,
        WEEKLY,
        /** The twenty-ninth of February is its eve in years that have none. */
        YEARLY;

        private LocalDateTime later(LocalDateTime first, long times) {
            return switch (this) {
                case NEVER -> first;
                case WEEKLY -> first.plusWeeks(times);
                case YEARLY -> first.plusYears(times);
            };
        }

        /** The number of the last that can have begun by the date, counted from 0. */
        private long latestBy(LocalDate date, LocalDate first) {
            return switch (this) {
                case NEVER -> 0;
                case WEEKLY -> Math.floorDiv(ChronoUnit.DAYS.between(first, date), 7L);
                case YEARLY -> (long) date.getYear() - first.getYear();
            };
        }
    }

    boolean overlaps(TimeSpan visit, ZoneId zone) {
        LocalDate begins = visit.from().atZone(zone).toLocalDate();
        return nearest(begins)
                .anyMatch(away -> begins(away, zone).isBefore(visit.until())
                        && visit.from().isBefore(ends(away, zone)));
    }

    /** The times away that can last into that date or begin on it. */
    Stream<TimeSpan> around(LocalDate date, ZoneId zone) {
        return nearest(date).map(away -> new TimeSpan(begins(away, zone), ends(away, zone)));
    }

    /** The beginnings of those that can last into that date or begin on it. */
    private Stream<LocalDateTime> nearest(LocalDate date) {
        long latest = repeats.latestBy(date, from.toLocalDate());
        return LongStream.rangeClosed(Math.max(0, latest - 1), Math.max(0, latest))
                .mapToObj(number -> repeats.later(from, number))
                .filter(begins -> until == null || !begins.toLocalDate().isAfter(until));
    }

    private static Instant begins(LocalDateTime away, ZoneId zone) {
        return WallClock.firstMomentOf(away, zone);
    }

    private Instant ends(LocalDateTime away, ZoneId zone) {
        return WallClock.firstMomentOf(away.plus(Duration.between(from, to)), zone);
    }
}
