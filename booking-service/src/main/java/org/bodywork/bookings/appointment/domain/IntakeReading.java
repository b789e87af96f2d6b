package org.bodywork.bookings.appointment.domain;

import java.time.Instant;

/** Somebody has read the answers of a visit's client. It changes nothing about the visit. */
public record IntakeReading(Instant at, String accountId, Of of) {

    public IntakeReading(Instant at, String accountId) {
        this(at, accountId, Of.INTAKE);
    }

    /** What was read. */
    public enum Of {
        /** The form that is answered before a visit. */
        INTAKE,
        /** How the client was before and after it. */
        OUTCOME
    }
}
