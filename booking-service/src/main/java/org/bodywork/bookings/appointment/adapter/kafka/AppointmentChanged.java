package org.bodywork.bookings.appointment.adapter.kafka;

import java.time.Instant;
import java.time.LocalDateTime;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.Visit;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as other services hear of it: ids and times in the clear, everything personal in {@code sealed}.
 *
 * @param at when the last change was made, in business time
 * @param reviewTokenHash the SHA-256 of the token that allows one review; present once the visit is completed
 * @param sealed a {@link SealedPart} under the event cipher
 */
record AppointmentChanged(
        String id,
        long sequence,
        int timeRevision,
        Status status,
        String practiceId,
        String therapistId,
        String locationId,
        String clientRef,
        Instant start,
        Instant end,
        LocalDateTime localStart,
        String zone,
        Actor actor,
        boolean intakeNeeded,
        boolean reviewNeeded,
        boolean late,
        @Nullable Instant requestedUntil,
        Instant at,
        @Nullable String reviewTokenHash,
        String sealed) {

    static final String TOPIC = "appointments";

    static AppointmentChanged of(Appointment appointment, @Nullable String reviewTokenHash, String sealed) {
        AppointmentState state = appointment.state();
        Visit visit = state.visit();
        return new AppointmentChanged(
                state.id().toString(),
                state.sequence(),
                visit.timeRevision(),
                state.status(),
                visit.practice().toString(),
                visit.part().therapist().toString(),
                visit.location().toString(),
                state.marks().ref(),
                visit.start(),
                visit.end(),
                visit.localStart(),
                visit.zone().getId(),
                state.lastEntry().by(),
                state.intakeNeeded(),
                state.reviewNeeded(),
                state.late(),
                state.requestedUntil(),
                state.lastEntry().at(),
                reviewTokenHash,
                sealed);
    }

    /** The type that tells of having come into that status. */
    static String typeOf(Status status) {
        return switch (status) {
            case REQUESTED -> "org.bodywork.appointment.requested.v1";
            case CONFIRMED -> "org.bodywork.appointment.confirmed.v1";
            case CHECKED_IN -> "org.bodywork.appointment.checked-in.v1";
            case COMPLETED -> "org.bodywork.appointment.completed.v1";
            case NO_SHOW -> "org.bodywork.appointment.no-show.v1";
            case DECLINED -> "org.bodywork.appointment.declined.v1";
            case EXPIRED -> "org.bodywork.appointment.expired.v1";
            case CANCELLED_BY_CLIENT, CANCELLED_BY_THERAPIST -> "org.bodywork.appointment.cancelled.v1";
        };
    }
}
