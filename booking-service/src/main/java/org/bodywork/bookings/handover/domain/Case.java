package org.bodywork.bookings.handover.domain;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.HandingOver;
import org.jspecify.annotations.Nullable;

/**
 * One visit of somebody who is away, and how far it has come. It names nobody but by ids.
 *
 * @param id names what is held for it, and its link
 * @param goal what it is about to end in; null until that is decided
 * @param until when silence ends it
 * @param chosen what the client takes, when that is the goal
 * @param planShared whether the client agreed that the summary of their plan goes along
 */
public record Case(
        String id,
        AppointmentId visit,
        Stage stage,
        @Nullable Stage goal,
        Instant until,
        @Nullable Choice chosen,
        boolean planShared) {

    private static final Duration TO_ANSWER = Duration.ofHours(24);
    private static final Duration AT_LEAST = Duration.ofMinutes(15);
    private static final Duration BEFORE_THE_VISIT = Duration.ofHours(1);

    /** A day to answer, less where the visit is near. */
    static Case of(String handover, Appointment visit, Instant now) {
        Instant near = visit.state().visit().start().minus(BEFORE_THE_VISIT);
        Instant day = now.plus(TO_ANSWER);
        Instant least = now.plus(AT_LEAST);
        Instant until = near.isBefore(day) ? near : day;
        return new Case(
                UUID.nameUUIDFromBytes((handover + "|" + visit.id()).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                visit.id(),
                new HandingOver(visit).isPossible(now) ? Stage.WAITING : Stage.FOR_STAFF,
                null,
                (until.isBefore(least) ? least : until).truncatedTo(ChronoUnit.MILLIS),
                null,
                false);
    }

    /** What was chosen stays known only where it was taken. */
    public Case at(Stage next) {
        return new Case(id, visit, next, null, until, next == Stage.TAKEN ? chosen : null, planShared);
    }

    /** Decided: from now on nobody can decide otherwise, and whoever looks next brings it there. */
    public Case endingIn(Stage decided, @Nullable Choice taken, boolean sharing) {
        return new Case(id, visit, Stage.ENDING, decided, until, taken, sharing);
    }

    public boolean isOpenAt(Instant now) {
        return (stage == Stage.WAITING || stage == Stage.OFFERED) && until.isAfter(now);
    }

    /** Where it stands or is about to stand. */
    public Stage decided() {
        return goal == null ? stage : goal;
    }

    /** How far one has come. */
    public enum Stage {
        /** Alternatives are looked for. */
        WAITING,
        /** The client may choose. */
        OFFERED,
        /** It is decided and being done. */
        ENDING,
        TAKEN,
        /** The client would rather hear from the practice. */
        KEPT,
        CANCELLED,
        /** There is nobody else. */
        NOBODY,
        UNANSWERED,
        /** It was no confirmed visit of one person: staff answer, move or cancel it. */
        FOR_STAFF,
        /** It was moved or ended otherwise meanwhile. */
        GONE;

        /** Whether somebody has to look after it. */
        public boolean needsStaff() {
            return this == KEPT || this == NOBODY || this == UNANSWERED || this == FOR_STAFF;
        }
    }
}
