package org.bodywork.bookings.opening.domain;

import java.time.ZonedDateTime;

/** A start that can be booked now. */
public record Opening(TherapistId therapist, TreatmentId treatment, ZonedDateTime start) {}
