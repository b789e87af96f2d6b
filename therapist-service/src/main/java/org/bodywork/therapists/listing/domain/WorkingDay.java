package org.bodywork.therapists.listing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hours of one local date, in order and apart; the gaps are breaks.
 *
 * @param location the one place of that date; null on a day off
 */
public record WorkingDay(@Nullable LocationId location, List<DayRange> ranges) {

    public static final WorkingDay OFF = new WorkingDay(null, List.of());

    public WorkingDay {
        ranges = ranges.stream().sorted().toList();
        if (ranges.isEmpty() != (location == null)) {
            throw new InvalidValue("a day with hours has a location, and a day off has none");
        }
        for (int next = 1; next < ranges.size(); next++) {
            if (ranges.get(next - 1).overlaps(ranges.get(next))) {
                throw new InvalidValue("%s overlaps %s".formatted(ranges.get(next - 1), ranges.get(next)));
            }
        }
    }

    public boolean isOff() {
        return ranges.isEmpty();
    }

    /** What is left of this day, which is that date, outside the spans. */
    WorkingDay without(List<LocalSpan> spans, LocalDate date) {
        List<DayRange> left = ranges;
        for (LocalSpan span : spans) {
            left = left.stream()
                    .flatMap(range -> outside(span, range, date).stream())
                    .toList();
        }
        return left.isEmpty() ? OFF : new WorkingDay(location, left);
    }

    private static List<DayRange> outside(LocalSpan span, DayRange range, LocalDate date) {
        if (!span.overlaps(range.on(date))) {
            return List.of(range);
        }
        List<DayRange> left = new ArrayList<>();
        if (date.atTime(range.from()).isBefore(span.from())) {
            left.add(new DayRange(range.from(), span.from().toLocalTime()));
        }
        if (span.to().isBefore(date.atTime(range.to()))) {
            left.add(new DayRange(span.to().toLocalTime(), range.to()));
        }
        return left;
    }

    /** Whether this day, which is that date, has room for the time, within one of its ranges. */
    boolean holds(Instant start, Instant end, LocalDate date, ZoneId zone) {
        return ranges.stream()
                .map(range -> range.on(date))
                .anyMatch(hours -> !start.isBefore(WallClock.firstMoment(hours.from(), zone))
                        && !end.isAfter(WallClock.firstMoment(hours.to(), zone)));
    }
}
