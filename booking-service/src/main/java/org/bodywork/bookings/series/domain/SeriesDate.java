package org.bodywork.bookings.series.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.jspecify.annotations.Nullable;

/**
 * What has become of one date of a series.
 *
 * @param number from 1, in order of the wish
 * @param date as wished for
 * @param held the time kept for it; null where none fits
 * @param alternatives other times kept for it where none fits
 * @param chosen the time that is to be booked, or is; null while nothing is chosen, or it is left out
 * @param visit the visit that it has become
 */
public record SeriesDate(
        int number,
        LocalDate date,
        Outcome outcome,
        @Nullable Time held,
        List<Time> alternatives,
        @Nullable Time chosen,
        @Nullable AppointmentId visit) {

    public SeriesDate {
        alternatives = List.copyOf(alternatives);
    }

    /** Where a date stands. */
    public enum Outcome {
        /** Time around the one wished for is kept. */
        HELD,
        /** None is free around it; what is kept instead are alternatives. */
        ALTERNATIVES,
        /** Neither is anything free near it. */
        NOTHING_FREE,
        /** The date is further ahead than can be booked yet. */
        BEYOND_HORIZON,
        BOOKED,
        /** It was chosen and could not be booked after all. */
        NOT_BOOKED,
        /** It was not chosen. */
        LEFT_OUT
    }

    /** A start with somebody, kept under that id. */
    public record Time(AppointmentId hold, TherapistId therapist, TreatmentId treatment, Instant start) {

        public static Time of(Hold hold) {
            return new Time(
                    hold.id(),
                    hold.visit().part().therapist(),
                    hold.visit().part().treatment().id(),
                    hold.visit().start());
        }
    }

    public static SeriesDate beyond(SoughtDate sought) {
        return new SeriesDate(sought.number(), sought.date(), Outcome.BEYOND_HORIZON, null, List.of(), null, null);
    }

    public static SeriesDate held(SoughtDate sought, Time time) {
        return new SeriesDate(sought.number(), sought.date(), Outcome.HELD, time, List.of(), null, null);
    }

    public static SeriesDate instead(SoughtDate sought, List<Time> alternatives) {
        Outcome outcome = alternatives.isEmpty() ? Outcome.NOTHING_FREE : Outcome.ALTERNATIVES;
        return new SeriesDate(sought.number(), sought.date(), outcome, null, alternatives, null, null);
    }

    /** All times that are kept for it. */
    public Stream<Time> times() {
        return Stream.concat(Optional.ofNullable(held).stream(), alternatives.stream());
    }

    SeriesDate choosing(@Nullable Time time) {
        return new SeriesDate(number, date, outcome, held, alternatives, time, null);
    }

    public SeriesDate booked(AppointmentId as) {
        return new SeriesDate(number, date, Outcome.BOOKED, held, alternatives, chosen, as);
    }

    public SeriesDate notBooked() {
        return new SeriesDate(number, date, Outcome.NOT_BOOKED, held, alternatives, chosen, null);
    }

    /** What nobody chose is told as such, and what was never there stays as it was. */
    public SeriesDate leftOut() {
        return times().findAny().isEmpty()
                ? this
                : new SeriesDate(number, date, Outcome.LEFT_OUT, held, alternatives, null, null);
    }
}
