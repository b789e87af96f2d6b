package org.bodywork.bookings.appointment.adapter.web;

import java.util.List;
import org.bodywork.bookings.appointment.domain.Treated;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.platform.web.Body;
import org.jspecify.annotations.Nullable;

/** A start to hold, its shape already checked. */
@Body("hold-time")
record HoldRequest(
        String therapistId,
        String treatmentId,
        String start,
        @Nullable CompanionFields companion) {

    List<Treated> treated() {
        Treated first = new Treated(TherapistId.of(therapistId), TreatmentId.of(treatmentId));
        return companion == null ? List.of(first) : List.of(first, companion.treated());
    }

    /** Whoever treats the second of two people. */
    record CompanionFields(String therapistId, String treatmentId) {

        Treated treated() {
            return new Treated(TherapistId.of(therapistId), TreatmentId.of(treatmentId));
        }
    }
}
