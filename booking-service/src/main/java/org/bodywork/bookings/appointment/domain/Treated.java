package org.bodywork.bookings.appointment.domain;

import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;

/** By whom somebody is treated, and how. */
public record Treated(TherapistId therapist, TreatmentId treatment) {

    public static Treated of(Part part) {
        return new Treated(part.therapist(), part.treatment().id());
    }
}
