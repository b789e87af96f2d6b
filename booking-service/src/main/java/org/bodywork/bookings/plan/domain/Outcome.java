package org.bodywork.bookings.plan.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.appointment.domain.ScoreDay;
import org.bodywork.bookings.client.domain.SealedText;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.jspecify.annotations.Nullable;

/**
 * How a client was around one visit, as it is stored: each part opened with the client's key only.
 *
 * @param visit also names the outcome
 * @param version rises with every change; a change demands the version it was decided on
 * @param sequence numbers what is published about it; 0 while nothing is
 * @param askedFrom when the visit was completed; null before that, while no score is asked for
 * @param attentionAt when an answer was given that the therapist was told to look at; null where none was
 */
public record Outcome(
        AppointmentId visit,
        long version,
        long sequence,
        PracticeId practice,
        TherapistId therapist,
        ClientMarks marks,
        ZoneId zone,
        Instant start,
        @Nullable Instant askedFrom,
        @Nullable SealedText before,
        @Nullable SealedText after,
        @Nullable SealedText day1,
        @Nullable SealedText day3,
        @Nullable Instant attentionAt) {

    /** For so long each score is asked for, and the page is there. */
    public static final Duration ASKED_FOR = Duration.ofDays(14);

    /** One of which nothing is known yet. */
    public static Outcome of(Appointment visit) {
        return new Outcome(
                visit.id(),
                0,
                0,
                visit.state().visit().practice(),
                visit.state().visit().part().therapist(),
                visit.state().marks(),
                visit.state().visit().zone(),
                visit.state().visit().start(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public LocalDate on() {
        return start.atZone(zone).toLocalDate();
    }

    public @Nullable SealedText scoreOf(ScoreDay day) {
        return switch (day) {
            case FIRST -> day1;
            case THIRD -> day3;
        };
    }

    public boolean isAskedAt(Instant now) {
        return askedFrom != null && now.isBefore(askedFrom.plus(ASKED_FOR));
    }

    public Outcome askedFrom(Instant completedAt) {
        return with(completedAt, before, after, day1, day3, attentionAt, sequence);
    }

    public Outcome measuredBefore(SealedText measurement) {
        return with(askedFrom, measurement, after, day1, day3, attentionAt, sequence);
    }

    public Outcome measuredAfter(SealedText measurement) {
        return with(askedFrom, before, measurement, day1, day3, attentionAt, sequence);
    }

    /**
     * The client has answered.
     *
     * @param attention whether the therapist is told at once
     */
    public Outcome scored(ScoreDay day, SealedText score, boolean attention, Instant now) {
        return with(
                askedFrom,
                before,
                after,
                day == ScoreDay.FIRST ? score : day1,
                day == ScoreDay.THIRD ? score : day3,
                attention ? now : attentionAt,
                attention ? sequence + 1 : sequence);
    }

    private Outcome with(
            @Nullable Instant newAskedFrom,
            @Nullable SealedText newBefore,
            @Nullable SealedText newAfter,
            @Nullable SealedText newDay1,
            @Nullable SealedText newDay3,
            @Nullable Instant newAttentionAt,
            long newSequence) {
        return new Outcome(
                visit,
                version + 1,
                newSequence,
                practice,
                therapist,
                marks,
                zone,
                start,
                newAskedFrom,
                newBefore,
                newAfter,
                newDay1,
                newDay3,
                newAttentionAt);
    }
}
