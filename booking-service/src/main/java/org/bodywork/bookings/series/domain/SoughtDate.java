package org.bodywork.bookings.series.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bodywork.bookings.opening.domain.OpenDays;

/**
 * One date of a wish against the openings of that moment.
 *
 * @param wanted the time wished for, on the wall clock of that date
 * @param beyond whether the date is further ahead than can be booked yet
 * @param fitting free starts on the date that are around the time, nearest first
 * @param others other free starts on the date and the days next to it, nearest first
 */
public record SoughtDate(
        int number, ZonedDateTime wanted, boolean beyond, List<ZonedDateTime> fitting, List<ZonedDateTime> others) {

    /** What still is "around" a time. */
    public static final Duration AROUND = Duration.ofHours(1);

    /** How many days before and after a date its alternatives may lie. */
    public static final int DAYS_NEAR = 3;

    public SoughtDate {
        fitting = List.copyOf(fitting);
        others = List.copyOf(others);
    }

    public LocalDate date() {
        return wanted.toLocalDate();
    }

    /** Whether a start is around the time wished for. */
    public boolean isMetBy(ZonedDateTime start) {
        return start.toLocalDate().equals(date()) && distance(wanted, start).compareTo(AROUND) <= 0;
    }

    /**
     * Every date of the wish.
     *
     * @param last the last date that can be booked
     * @param open what is open from {@link #DAYS_NEAR} before the first date to as many after the last that can be booked
     */
    public static List<SoughtDate> all(SeriesWish wish, LocalDate last, OpenDays open) {
        List<LocalDate> dates = wish.dates();
        return IntStream.range(0, dates.size())
                .mapToObj(turn ->
                        of(turn + 1, dates.get(turn).atTime(wish.around()).atZone(open.zone()), last, open))
                .toList();
    }

    private static SoughtDate of(int number, ZonedDateTime wanted, LocalDate last, OpenDays open) {
        if (wanted.toLocalDate().isAfter(last)) {
            return new SoughtDate(number, wanted, true, List.of(), List.of());
        }
        SoughtDate sought = new SoughtDate(number, wanted, false, List.of(), List.of());
        Comparator<ZonedDateTime> nearest = Comparator.<ZonedDateTime>comparingLong(start -> sought.daysTo(start))
                .thenComparing(start -> distance(wanted.toLocalDate(), wanted, start));
        List<ZonedDateTime> near = open.starts()
                .filter(start -> sought.daysTo(start) <= DAYS_NEAR)
                .sorted(nearest)
                .toList();
        return new SoughtDate(
                number,
                wanted,
                false,
                near.stream().filter(sought::isMetBy).toList(),
                near.stream().filter(start -> !sought.isMetBy(start)).toList());
    }

    private long daysTo(ZonedDateTime start) {
        return Math.abs(ChronoUnit.DAYS.between(date(), start.toLocalDate()));
    }

    /** How far apart they are on the clock, whatever the dates. */
    private static Duration distance(LocalDate date, ZonedDateTime wanted, ZonedDateTime start) {
        return Duration.between(wanted.toLocalDateTime(), date.atTime(start.toLocalTime()))
                .abs();
    }

    private static Duration distance(ZonedDateTime one, ZonedDateTime other) {
        return Duration.between(one, other).abs();
    }
}
