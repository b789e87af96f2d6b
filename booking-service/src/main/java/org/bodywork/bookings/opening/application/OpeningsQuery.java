package org.bodywork.bookings.opening.application;

import java.time.LocalDate;
import java.util.Set;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;

/**
 * A question for openings; the dates are those of the therapist's zone, both inclusive.
 *
 * @param at only on dates that the therapist spends at one of these; none: wherever it is
 */
public record OpeningsQuery(
        TherapistId therapist, TreatmentId treatment, LocalDate from, LocalDate to, Set<LocationId> at) {

    public OpeningsQuery {
        at = Set.copyOf(at);
    }

    public OpeningsQuery(TherapistId therapist, TreatmentId treatment, LocalDate from, LocalDate to) {
        this(therapist, treatment, from, to, Set.of());
    }
}
