package org.bodywork.therapists.listing.domain;

import java.time.Duration;

/**
 * How a therapist is booked. Times are whole minutes, multiples of 5.
 *
 * @param instant a booking is confirmed at once instead of waiting for the therapist
 * @param notice the shortest time from booking to start
 * @param horizonDays how many days ahead can be booked
 * @param grid starts lie this far apart, counted from the start of each working range
 * @param requestWaits how long a request waits for an answer
 * @param cancellationCutoff cancelling closer to the start than this is late
 * @param feeText what a late cancellation costs, as the client reads it first; empty where it costs nothing
 * @param limits how much the therapist works on a day
 */
public record BookingRules(
        boolean instant,
        Duration notice,
        int horizonDays,
        Duration grid,
        Duration requestWaits,
        Duration cancellationCutoff,
        String feeText,
        DailyLimits limits) {

    private static final Duration SHORTEST = Duration.ofMinutes(GridTime.MINUTES);
    private static final Duration LONGEST_NOTICE = Duration.ofDays(60);
    private static final Duration WIDEST_GRID = Duration.ofHours(4);
    private static final Duration LONGEST_WAIT = Duration.ofDays(14);
    private static final int FARTHEST_DAYS = 365;
    private static final int LONGEST_FEE_TEXT = 500;

    public BookingRules {
        BookingRules.notice(notice);
        BookingRules.horizonDays(horizonDays);
        BookingRules.grid(grid);
        BookingRules.requestWaits(requestWaits);
        BookingRules.notice(cancellationCutoff);
        BookingRules.feeText(feeText);
    }

    /** What holds for therapists who have not chosen their own rules. */
    public static BookingRules usual(boolean instant) {
        return new BookingRules(
                instant,
                Duration.ofHours(2),
                60,
                Duration.ofMinutes(15),
                Duration.ofHours(24),
                Duration.ofHours(24),
                "A visit cancelled less than 24 hours before it starts may be charged in full.",
                DailyLimits.NONE);
    }

    /** A time before a visit: the notice, or the cut-off of cancelling. */
    public static Duration notice(Duration time) {
        return GridTime.within(Duration.ZERO, time, LONGEST_NOTICE);
    }

    public static int horizonDays(int days) {
        if (days < 1 || days > FARTHEST_DAYS) {
            throw new InvalidValue("must be 1 to %d days".formatted(FARTHEST_DAYS));
        }
        return days;
    }

    public static Duration grid(Duration step) {
        return GridTime.within(SHORTEST, step, WIDEST_GRID);
    }

    public static Duration requestWaits(Duration time) {
        return GridTime.within(SHORTEST, time, LONGEST_WAIT);
    }

    public static String feeText(String text) {
        if (text.length() > LONGEST_FEE_TEXT) {
            throw new InvalidValue("is longer than " + LONGEST_FEE_TEXT + " characters");
        }
        return text.isEmpty() ? text : Wording.paragraphs(text);
    }

    BookingRules booked(boolean atOnce) {
        return new BookingRules(atOnce, notice, horizonDays, grid, requestWaits, cancellationCutoff, feeText, limits);
    }
}
