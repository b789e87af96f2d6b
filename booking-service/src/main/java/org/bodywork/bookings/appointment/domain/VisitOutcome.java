package org.bodywork.bookings.appointment.domain;

import org.jspecify.annotations.Nullable;

/**
 * What staff note down when a visit is over. It never leaves this service.
 *
 * @param painScore from 0, no pain, to 10, the worst there is
 * @param procedure what an insurer is told was done
 */
public record VisitOutcome(
        @Nullable Integer painScore,
        @Nullable String notes,
        @Nullable ProcedureCode procedure) {

    /** One that no insurer is told of. */
    public VisitOutcome(@Nullable Integer painScore, @Nullable String notes) {
        this(painScore, notes, null);
    }

    /** Shows nothing of anybody's health. */
    @Override
    public String toString() {
        return "an outcome";
    }
}
