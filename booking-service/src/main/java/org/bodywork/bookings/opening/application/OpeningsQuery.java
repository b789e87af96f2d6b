package org.bodywork.bookings.opening.application;

import java.time.LocalDate;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;

/** A question for openings; the dates are those of the therapist's zone, both inclusive. */
public record OpeningsQuery(TherapistId therapist, TreatmentId treatment, LocalDate from, LocalDate to) {}
