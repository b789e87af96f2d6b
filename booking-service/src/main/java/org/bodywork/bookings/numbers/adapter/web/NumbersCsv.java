package org.bodywork.bookings.numbers.adapter.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.numbers.domain.WeekNumbers;

/** The numbers as a table for a spreadsheet (RFC 4180): whole numbers and dates, so no cell can be a formula. */
final class NumbersCsv {

    private static final String HEADER =
            "week,minutes_offered,minutes_booked,answered_in_time,not_answered,visits_kept,"
                    + "no_shows,cancelled_by_client,cancelled_late,cancelled_by_therapist,minutes_freed,minutes_filled,"
                    + "booked_again,reminders,reminders_failed";

    private NumbersCsv() {}

    static String of(List<WeekNumbers> weeks) {
        return Stream.concat(Stream.of(HEADER), weeks.stream().map(NumbersCsv::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(WeekNumbers week) {
        return Stream.of(
                        week.monday(),
                        week.offered().toMinutes(),
                        week.booked().toMinutes(),
                        week.answered(),
                        week.missed(),
                        week.kept(),
                        week.noShows(),
                        week.cancelledByClient(),
                        week.late(),
                        week.cancelledByTherapist(),
                        week.freed().toMinutes(),
                        week.filled().toMinutes(),
                        week.bookedAgain(),
                        week.reminders(),
                        week.remindersFailed())
                .map(Objects::toString)
                .collect(Collectors.joining(","));
    }
}
