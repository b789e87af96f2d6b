package org.bodywork.bookings.numbers.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How one week went, or several together. Everything is counted in the week in which the visit begins.
 *
 * @param monday the first date of the week; null for several
 * @param offered working hours without time off, as the schedule says now
 * @param booked time of visits that are agreed on, took place, or to which nobody came
 * @param answered what clients asked for and the therapist answered in time
 * @param missed what clients asked for and nobody answered
 * @param kept visits that took place
 * @param noShows visits to which nobody came
 * @param cancelledByClient agreed visits that the client cancelled
 * @param late those of them inside the cut-off
 * @param cancelledByTherapist agreed visits that staff cancelled
 * @param freed time that cancellations gave back
 * @param filled how much of it other visits have taken
 * @param bookedAgain visits that took place whose client has another one within eight weeks
 * @param reminders those about the visits that were handed over to be delivered, by mail and by text message
 * @param remindersFailed those of them that are known not to have arrived
 */
public record WeekNumbers(
        @Nullable LocalDate monday,
        Duration offered,
        Duration booked,
        int answered,
        int missed,
        int kept,
        int noShows,
        int cancelledByClient,
        int late,
        int cancelledByTherapist,
        Duration freed,
        Duration filled,
        int bookedAgain,
        int reminders,
        int remindersFailed) {

    /** Of the hours offered, in percent; more than a hundred where staff book outside the hours. */
    public OptionalInt bookedShare() {
        return share(booked.toMinutes(), offered.toMinutes());
    }

    public OptionalInt answeredShare() {
        return share(answered, (long) answered + missed);
    }

    /** Of the visits that somebody should have come to. */
    public OptionalInt noShowShare() {
        return share(noShows, (long) noShows + kept);
    }

    public OptionalInt filledShare() {
        return share(filled.toMinutes(), freed.toMinutes());
    }

    public OptionalInt bookedAgainShare() {
        return share(bookedAgain, kept);
    }

    /** What did not come back counts as arrived: mail says no more than that. */
    public OptionalInt remindersShare() {
        return share((long) reminders - remindersFailed, reminders);
    }

    /** Nothing where there is nothing to have a share of. */
    private static OptionalInt share(long part, long whole) {
        return whole == 0 ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(Math.round(100.0 * part / whole)));
    }

    public static WeekNumbers together(List<WeekNumbers> weeks) {
        return new WeekNumbers(
                null,
                time(weeks, WeekNumbers::offered),
                time(weeks, WeekNumbers::booked),
                count(weeks, WeekNumbers::answered),
                count(weeks, WeekNumbers::missed),
                count(weeks, WeekNumbers::kept),
                count(weeks, WeekNumbers::noShows),
                count(weeks, WeekNumbers::cancelledByClient),
                count(weeks, WeekNumbers::late),
                count(weeks, WeekNumbers::cancelledByTherapist),
                time(weeks, WeekNumbers::freed),
                time(weeks, WeekNumbers::filled),
                count(weeks, WeekNumbers::bookedAgain),
                count(weeks, WeekNumbers::reminders),
                count(weeks, WeekNumbers::remindersFailed));
    }

    private static int count(List<WeekNumbers> weeks, ToIntFunction<WeekNumbers> what) {
        return weeks.stream().mapToInt(what).sum();
    }

    private static Duration time(List<WeekNumbers> weeks, Function<WeekNumbers, Duration> what) {
        return weeks.stream().map(what).reduce(Duration.ZERO, Duration::plus);
    }
}
