package org.bodywork.bookings.opening.domain;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one therapist takes bookings.
 *
 * @param instant whether a booking is confirmed at once instead of waiting for the therapist
 * @param notice how long before its start a visit must be booked
 * @param horizonDays how many local days after today can be booked; today is always inside
 * @param grid the distance of starts, counted from the beginning of each range of working hours
 * @param requestWait how long a request holds its time while the therapist has not answered
 * @param cancellationCutoff how long before its start cancelling a confirmed visit is late
 * @param feeText what a late cancellation costs, in the therapist's own words
 * @param limits how much the therapist does on a date
 */
public record BookingRules(
        boolean instant,
        Duration notice,
        int horizonDays,
        Duration grid,
        Duration requestWait,
        Duration cancellationCutoff,
        String feeText,
        DayLimits limits) {

    public BookingRules {
        Cells.requireWhole(grid, "the grid");
        if (!grid.isPositive()) {
            throw new IllegalArgumentException("the grid has a positive step");
        }
        if (notice.isNegative() || horizonDays < 0 || cancellationCutoff.isNegative()) {
            throw new IllegalArgumentException("notice, horizon and cut-off are not negative");
        }
        if (!requestWait.isPositive()) {
            throw new IllegalArgumentException("a request waits for a while");
        }
    }

    /** What binds a visit to two therapists: of each rule the stricter, and both texts; limits stay each one's own. */
    public BookingRules and(BookingRules other) {
        return new BookingRules(
                instant && other.instant,
                longer(notice, other.notice),
                Math.min(horizonDays, other.horizonDays),
                grid,
                requestWait.compareTo(other.requestWait) < 0 ? requestWait : other.requestWait,
                longer(cancellationCutoff, other.cancellationCutoff),
                Stream.of(feeText, other.feeText)
                        .filter(text -> !text.isBlank())
                        .distinct()
                        .collect(Collectors.joining(" ")),
                DayLimits.NONE);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
