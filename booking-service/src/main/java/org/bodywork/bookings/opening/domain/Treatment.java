package org.bodywork.bookings.opening.domain;

import java.time.Duration;

/**
 * What can be booked with one therapist.
 *
 * @param buffer the time after the visit in which therapist and room stay taken
 */
public record Treatment(
        TreatmentId id,
        String name,
        Duration length,
        Duration buffer,
        Money price,
        boolean roomNeeded,
        ForClients clients) {

    public Treatment {
        Cells.requireWhole(length, "a treatment's length");
        Cells.requireWhole(buffer, "a treatment's buffer");
        if (!length.isPositive()) {
            throw new IllegalArgumentException("a treatment takes time");
        }
        if (buffer.isNegative()) {
            throw new IllegalArgumentException("a treatment's buffer is not negative");
        }
    }
}
