package org.bodywork.therapists.review.domain;

import java.time.Duration;
import java.time.Instant;
import org.bodywork.therapists.listing.domain.TherapistId;

/** A visit that took place, which whoever holds its token may review once. */
public record CompletedVisit(TokenHash token, TherapistId therapist, Instant completedAt) {

    /** Long enough to see what the visit did, short enough to remember it. */
    static final Duration REVIEWED_WITHIN = Duration.ofDays(90);

    public boolean mayBeReviewedAt(Instant now) {
        return now.isBefore(completedAt.plus(REVIEWED_WITHIN));
    }
}
