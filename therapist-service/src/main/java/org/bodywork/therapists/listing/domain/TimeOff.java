package org.bodywork.therapists.listing.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Time in which a therapist does not work, whatever the hours say; on the wall clock, from inclusive to exclusive. One
 * that comes again lasts as long each time.
 *
 * @param until the last local date on which it may begin again; null where it never stops
 */
public record TimeOff(
        TimeOffId id,
        LocalDateTime from,
        LocalDateTime to,
        Repeats repeats,
        @Nullable LocalDate until) {

    public TimeOff {
        if (!GridTime.holds(from.toLocalTime()) || !GridTime.holds(to.toLocalTime())) {
            throw new InvalidValue("time off is not on the 5-minute grid");
        }
        if (!from.isBefore(to)) {
            throw new InvalidValue("time off ends before it starts");
        }
        if (to.isAfter(from.plusDays(repeats.mostDays()))) {
            throw new InvalidValue("time off runs into the next time it comes");
        }
        if (until != null && (repeats == Repeats.NEVER || until.isBefore(from.toLocalDate()))) {
            throw new InvalidValue("time off that comes again may stop, but not before it first comes");
        }
    }

    /** What of it touches that local date. */
    List<LocalSpan> touching(LocalDate date) {
        long latest = repeats.timesUntil(from.toLocalDate(), date);
        return LongStream.rangeClosed(Math.max(0, latest - 1), Math.max(0, latest))
                .mapToObj(this::time)
                .filter(span -> until == null || !span.from().toLocalDate().isAfter(until))
                .filter(span -> span.touches(date))
                .toList();
    }

    private LocalSpan time(long number) {
        LocalDateTime begins = repeats.later(from, number);
        return new LocalSpan(begins, begins.plus(Duration.between(from, to)));
    }
}
