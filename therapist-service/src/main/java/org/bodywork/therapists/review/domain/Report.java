package org.bodywork.therapists.review.domain;

import java.time.Instant;
import org.bodywork.therapists.listing.domain.TherapistId;

/**
 * Somebody thinks that a review should not be there.
 *
 * @param reporter stands for the address it came from; it names nobody
 */
public record Report(ReviewId review, TherapistId therapist, String reporter, String reason, Instant at) {}
