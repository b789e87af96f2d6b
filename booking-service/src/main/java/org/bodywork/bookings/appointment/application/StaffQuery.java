package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Status;
import org.jspecify.annotations.Nullable;

/**
 * A question of staff for appointments.
 *
 * @param from first local date of start; null for no first
 * @param to last local date of start, inclusive; null for no last
 * @param statuses any of these; empty for all
 * @param after where the previous part of the list ended
 * @param size how many are wanted
 */
public record StaffQuery(
        Colleague asking,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Set<Status> statuses,
        @Nullable Position after,
        int size) {

    /** A place in the list, which is in order of start and then of id. */
    public record Position(Instant start, AppointmentId id) {}
}
