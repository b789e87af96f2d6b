package org.bodywork.bookings.appointment.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change in the life of an appointment.
 *
 * @param reason what staff gave as the reason; it never leaves this service
 * @param from the status before; null for the first entry
 */
public record AuditEntry(
        Instant at,
        Actor by,
        Action action,
        @Nullable String reason,
        @Nullable Status from,
        Status to) {

    /** What was done. */
    public enum Action {
        BOOKED,
        ACCEPTED,
        DECLINED,
        CANCELLED,
        EXPIRED,
        CHECKED_IN,
        COMPLETED,
        MARKED_NO_SHOW
    }
}
