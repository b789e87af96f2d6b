package org.bodywork.therapists.review.adapter.kafka;

import java.time.Instant;
import java.util.UUID;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.review.domain.CompletedVisit;
import org.bodywork.therapists.review.domain.TokenHash;

/** A visit that took place, as booking-service tells it, reduced to what we keep. */
record VisitCompleted(String id, long sequence, String therapistId, String reviewTokenHash, Instant at) {

    static final String TOPIC = "appointments";
    static final String TYPE = "org.bodywork.appointment.completed.v1";

    CompletedVisit visit() {
        return new CompletedVisit(new TokenHash(reviewTokenHash), new TherapistId(UUID.fromString(therapistId)), at);
    }
}
