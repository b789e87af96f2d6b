package org.bodywork.bookings.appointment.domain;

import java.util.Arrays;
import java.util.Optional;

/**
 * What an insurer is told was done, by its number among the Current Procedural Terminology (CPT) codes of the American
 * Medical Association. It says something of the client's health, so it is kept like what is noted at the end of a visit.
 */
public enum ProcedureCode {
    MASSAGE_THERAPY("97124"),
    MANUAL_THERAPY("97140");

    private final String code;

    ProcedureCode(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<ProcedureCode> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
