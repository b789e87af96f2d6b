package org.bodywork.bookings.appointment.adapter.kafka;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Alternatives;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.bodywork.bookings.appointment.domain.Companion;
import org.bodywork.bookings.appointment.domain.Part;
import org.bodywork.bookings.appointment.domain.SeriesPlace;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.appointment.domain.Wanted;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as other services hear of it: ids and times in the clear, everything personal in {@code sealed}.
 *
 * @param alternativesUntil until when others are held for the client, because the therapist is away
 * @param at when the last change was made, in business time
 * @param reviewTokenHash the SHA-256 of the token that allows one review; present once the visit is completed
 * @param series where it stands among visits that were booked together; else absent
 * @param companion who is treated at the same time by another therapist; absent in a visit of one person
 * @param republished true where nothing has changed and the state is only sent again; else absent
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
        @Nullable WantedTime wanted,
        @Nullable Instant alternativesUntil,
        Instant at,
        @Nullable String reviewTokenHash,
        @Nullable Series series,
        @Nullable Together companion,
        @Nullable Boolean republished,
        String sealed) {

    static final String TOPIC = "appointments";

    static AppointmentChanged of(
            Appointment appointment, @Nullable String reviewTokenHash, boolean again, String sealed) {
        AppointmentState state = appointment.state();
        Visit visit = state.visit();
        Alternatives alternatives = state.alternatives();
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
                state.lastTold().by(),
                state.intakeNeeded(),
                state.reviewNeeded(),
                state.late(),
                state.requestedUntil(),
                WantedTime.of(state.wanted()),
                alternatives == null ? null : alternatives.until(),
                state.lastTold().at(),
                reviewTokenHash,
                Series.of(state.series()),
                Together.of(state),
                again ? true : null,
                sealed);
    }

    /** The type that tells of the last change. */
    static String typeOf(AppointmentState state) {
        return switch (state.lastTold().action()) {
            case BOOKED, ACCEPTED ->
                state.status() == Status.REQUESTED
                        ? "org.bodywork.appointment.requested.v1"
                        : "org.bodywork.appointment.confirmed.v1";
            case PROPOSED -> "org.bodywork.appointment.proposed.v1";
            case MOVED -> "org.bodywork.appointment.moved.v1";
            case MOVE_ASKED -> "org.bodywork.appointment.change-requested.v1";
            case MOVE_REFUSED -> "org.bodywork.appointment.change-declined.v1";
            case CHECKED_IN -> "org.bodywork.appointment.checked-in.v1";
            case COMPLETED -> "org.bodywork.appointment.completed.v1";
            case MARKED_NO_SHOW -> "org.bodywork.appointment.no-show.v1";
            case DECLINED -> "org.bodywork.appointment.declined.v1";
            case EXPIRED -> "org.bodywork.appointment.expired.v1";
            case CANCELLED -> "org.bodywork.appointment.cancelled.v1";
            case CORRECTED -> "org.bodywork.appointment.corrected.v1";
            case REMINDED -> "org.bodywork.appointment.request-waiting.v1";
            case NOTED, CODED, PART_ACCEPTED -> throw new IllegalStateException("what staff note is told to nobody");
            case INTAKE_GIVEN -> "org.bodywork.appointment.intake-received.v1";
            case ALTERNATIVES_OFFERED -> "org.bodywork.appointment.handover-offered.v1";
            case LINK_REVOKED -> "org.bodywork.appointment.link-revoked.v1";
        };
    }

    /** Which visit of a series it is. */
    record Series(String id, int number, int of) {

        static @Nullable Series of(@Nullable SeriesPlace place) {
            return place == null ? null : new Series(place.series(), place.number(), place.of());
        }
    }

    /**
     * The second part of a visit for two.
     *
     * @param clientRef stands for the person treated, or for the client where they share an address
     * @param acceptedBy the therapists, of both parts, who have said yes to the time as it is asked for
     */
    record Together(
            String therapistId,
            String clientRef,
            Instant end,
            boolean intakeNeeded,
            boolean reviewNeeded,
            List<String> acceptedBy) {

        static @Nullable Together of(AppointmentState state) {
            Companion companion = state.companion();
            if (companion == null) {
                return null;
            }
            Visit visit = state.visit();
            Part part = visit.parts().getLast();
            return new Together(
                    part.therapist().toString(),
                    companion.marks().ref(),
                    visit.spanOf(part).until(),
                    companion.intakeNeeded(),
                    companion.reviewNeeded(),
                    companion.accepted().stream()
                            .map(TherapistId::toString)
                            .sorted()
                            .toList());
        }
    }

    /** The time that a confirmed visit is asked to move to. */
    record WantedTime(Instant start, Actor.Kind by, Instant expiresAt) {

        static @Nullable WantedTime of(@Nullable Wanted wanted) {
            return wanted == null ? null : new WantedTime(wanted.visit().start(), wanted.by(), wanted.expiresAt());
        }
    }
}
