package org.bodywork.bookings.appointment.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * The therapist's terms for cancelling, as they were when the visit was booked.
 *
 * @param cutoff how long before the start cancelling becomes late
 * @param feeText what a late cancellation costs, in the therapist's own words; may be empty
 */
public record CancellationTerms(Duration cutoff, String feeText) {

    /** Only what was confirmed can be cancelled late; nobody has reserved time for a request yet. */
    boolean isLate(Status status, Instant start, Instant now) {
        return status.isAgreed() && now.isAfter(start.minus(cutoff));
    }
}
