package org.bodywork.therapists.listing.domain;

import java.time.Duration;

/**
 * How a therapist is booked.
 *
 * @param instant a booking is confirmed at once instead of waiting for the therapist
 * @param notice the shortest time from booking to start
 * @param horizonDays how many days ahead can be booked
 * @param grid starts lie this far apart, counted from the start of each working range
 * @param requestWaits how long a request waits for an answer
 * @param cancellationCutoff cancelling closer to the start than this is late
 * @param feeText what a late cancellation costs, as the client reads it first
 */
public record BookingRules(
        boolean instant,
        Duration notice,
        int horizonDays,
        Duration grid,
        Duration requestWaits,
        Duration cancellationCutoff,
        String feeText) {

    /** What holds for therapists who have not chosen their own rules. */
    public static BookingRules usual(boolean instant) {
        return new BookingRules(
                instant,
                Duration.ofHours(2),
                60,
                Duration.ofMinutes(15),
                Duration.ofHours(24),
                Duration.ofHours(24),
                "A visit cancelled less than 24 hours before it starts may be charged in full.");
    }
}
