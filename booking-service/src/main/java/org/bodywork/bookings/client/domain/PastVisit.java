package org.bodywork.bookings.client.domain;

import java.time.Instant;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;

/**
 * A visit that took place.
 *
 * @param visit the appointment's id
 */
public record PastVisit(String visit, PracticeId practice, TherapistId therapist, Instant start) {}
