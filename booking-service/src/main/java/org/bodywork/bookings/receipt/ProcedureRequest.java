package org.bodywork.bookings.receipt;

import org.bodywork.bookings.appointment.domain.ProcedureCode;
import org.bodywork.platform.web.Body;

/** What an insurer is told was done; kept encrypted and in no event. */
@Body("choose-procedure")
record ProcedureRequest(String code) {

    ProcedureCode procedure() {
        return ProcedureCode.of(code).orElseThrow();
    }
}
