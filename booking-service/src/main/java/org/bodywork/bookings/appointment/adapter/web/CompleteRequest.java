package org.bodywork.bookings.appointment.adapter.web;

import org.bodywork.bookings.appointment.domain.ProcedureCode;
import org.bodywork.bookings.appointment.domain.VisitOutcome;
import org.bodywork.platform.web.Body;
import org.jspecify.annotations.Nullable;

/** What staff note down at the end of a visit; kept encrypted and sent to nobody. */
@Body("complete-visit")
record CompleteRequest(
        @Nullable Integer painScore,
        @Nullable String notes,
        @Nullable String procedureCode) {

    static final CompleteRequest NOTHING_NOTED = new CompleteRequest(null, null, null);

    VisitOutcome outcome() {
        return new VisitOutcome(
                painScore,
                notes == null || notes.isBlank() ? null : notes.strip(),
                procedureCode == null ? null : ProcedureCode.of(procedureCode).orElse(null));
    }
}
