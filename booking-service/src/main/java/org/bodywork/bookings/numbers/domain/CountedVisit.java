package org.bodywork.bookings.numbers.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.AuditEntry.Action;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * A visit as far as it is counted.
 *
 * @param client a keyed hash that stands for who booked it; null once that is forgotten
 * @param date the local date it begins on
 * @param late whether the client cancelled inside the cut-off
 * @param steps what was done to it, oldest first; of one of long ago only the last
 */
public record CountedVisit(
        AppointmentId id,
        List<TherapistId> therapists,
        @Nullable String client,
        LocalDate date,
        TimeSpan time,
        Status status,
        boolean late,
        List<Step> steps) {

    /** What the therapist is there for, whether the client comes or not. */
    private static final Set<Status> BOOKED =
            EnumSet.of(Status.CONFIRMED, Status.CHECKED_IN, Status.COMPLETED, Status.NO_SHOW);

    public CountedVisit {
        therapists = List.copyOf(therapists);
        steps = List.copyOf(steps);
    }

    boolean isBooked() {
        return BOOKED.contains(status);
    }

    /** What both sides had agreed on; a request that is taken back is no cancellation. */
    boolean isCancelled() {
        boolean ended = status == Status.CANCELLED_BY_CLIENT || status == Status.CANCELLED_BY_THERAPIST;
        return ended && cancellation().map(Step::from).map(Status::isAgreed).orElse(true);
    }

    /** The time that the cancellation gave back; none when it came at the end. */
    Optional<TimeSpan> freed() {
        if (!isCancelled()) {
            return Optional.empty();
        }
        Instant at = cancellation().map(Step::at).orElse(time.from());
        Instant from = at.isBefore(time.from()) ? time.from() : at;
        return from.isBefore(time.until()) ? Optional.of(new TimeSpan(from, time.until())) : Optional.empty();
    }

    private Optional<Step> cancellation() {
        return steps.stream().filter(step -> step.action() == Action.CANCELLED).findFirst();
    }

    /** Whether it took place, and the same client comes again, or came. */
    boolean isFollowedBy(CountedVisit other) {
        return client != null
                && client.equals(other.client)
                && other.isBooked()
                && !other.time.from().isBefore(time.until());
    }

    /** How often the therapist was asked: for the visit, and for another time of it. */
    Answers answers() {
        Answers answers = Answers.NONE;
        boolean waits = false;
        for (Step step : steps) {
            if (step.asksTherapist()) {
                waits = true;
            } else if (waits && step.isAnswer()) {
                waits = false;
                answers = step.by() == Actor.Kind.STAFF ? answers.plusInTime() : answers.plusMissed();
            } else if (waits && step.endsTheQuestion()) {
                waits = false;
            }
        }
        return answers;
    }

    /**
     * What became of what clients asked for; what waits still, or was taken back, is in neither.
     *
     * @param inTime answered by the therapist, whatever the answer
     * @param missed nobody answered, and it expired
     */
    record Answers(int inTime, int missed) {

        static final Answers NONE = new Answers(0, 0);

        Answers plusInTime() {
            return new Answers(inTime + 1, missed);
        }

        Answers plusMissed() {
            return new Answers(inTime, missed + 1);
        }
    }

    /**
     * One thing that was done.
     *
     * @param from the status before; null for the first
     */
    public record Step(
            Instant at,
            Actor.Kind by,
            Action action,
            @Nullable Status from,
            Status to) {

        private static final Set<Action> ANSWERS = EnumSet.of(
                Action.ACCEPTED,
                Action.DECLINED,
                Action.PROPOSED,
                Action.MOVED,
                Action.MOVE_ASKED,
                Action.MOVE_REFUSED,
                Action.CANCELLED);

        private static final Set<Action> SILENCES = EnumSet.of(Action.EXPIRED, Action.MOVE_REFUSED);

        private static final Set<Action> BESIDE_IT = EnumSet.of(
                Action.CORRECTED,
                Action.NOTED,
                Action.REMINDED,
                Action.INTAKE_GIVEN,
                Action.LINK_REVOKED,
                Action.ALTERNATIVES_OFFERED,
                Action.CODED);

        private boolean asksTherapist() {
            return (action == Action.BOOKED && to == Status.REQUESTED)
                    || (action == Action.MOVE_ASKED && by == Actor.Kind.CLIENT);
        }

        private boolean isAnswer() {
            return switch (by) {
                case STAFF -> ANSWERS.contains(action);
                case SYSTEM -> SILENCES.contains(action);
                case CLIENT -> false;
            };
        }

        private boolean endsTheQuestion() {
            return !BESIDE_IT.contains(action);
        }
    }
}
