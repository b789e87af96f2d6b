package org.bodywork.bookings.client.domain;

import java.time.Instant;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.jspecify.annotations.Nullable;

/**
 * A visit that took place.
 *
 * @param visit the appointment's id
 * @param intake what the person treated has answered before it, if anything
 */
public record PastVisit(
        String visit,
        PracticeId practice,
        TherapistId therapist,
        Instant start,
        @Nullable KnownIntake intake) {}
