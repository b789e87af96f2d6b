package org.bodywork.bookings.editing;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.bodywork.bookings.appointment.domain.Conflict;
import org.bodywork.bookings.editing.Box.Choice;
import org.bodywork.bookings.editing.PreviewOpenings.Preview;

/**
 * A preview in words.
 *
 * @param of the id of the treatment it is about
 * @param touched visits that the change would touch
 */
record PreviewView(
        String of, List<Choice> treatments, String from, List<DayView> days, List<TouchedView> touched, boolean same) {

    static PreviewView of(Preview preview, Words words) {
        DateTimeFormatter time = DateTimeFormatter.ofPattern("h:mm a", words.locale());
        DateTimeFormatter date = DateTimeFormatter.ofPattern("EEE d MMM", words.locale());
        DateTimeFormatter moment = DateTimeFormatter.ofPattern("EEE d MMM uuuu, h:mm a", words.locale());
        return new PreviewView(
                preview.treatment() == null ? "" : preview.treatment().toString(),
                preview.treatments().stream()
                        .map(treatment -> new Choice(treatment.id().toString(), treatment.name()))
                        .toList(),
                preview.from().toString(),
                preview.days().stream()
                        .map(day -> new DayView(
                                said(date, day.date()),
                                times(time, day.stay()),
                                times(time, day.come()),
                                times(time, day.go())))
                        .toList(),
                preview.touched().stream()
                        .map(conflict -> TouchedView.of(conflict, moment, words))
                        .toList(),
                preview.days().stream()
                        .allMatch(day -> day.come().isEmpty() && day.go().isEmpty()));
    }

    private static String said(DateTimeFormatter date, LocalDate day) {
        return date.format(day);
    }

    private static String times(DateTimeFormatter time, List<ZonedDateTime> starts) {
        return starts.stream().map(time::format).collect(Collectors.joining(", "));
    }

    /** Starts of a date; each text is empty where there are none. */
    record DayView(String date, String stay, String come, String go) {}

    /** A visit, and what would speak against it. */
    record TouchedView(String id, String when, String reasons) {

        static TouchedView of(Conflict conflict, DateTimeFormatter moment, Words words) {
            return new TouchedView(
                    conflict.visit().id().toString(),
                    moment.format(conflict.visit().state().visit().zonedStart()),
                    conflict.reasons().stream()
                            .map(reason -> words.of("editing.touched." + reason.name()))
                            .collect(Collectors.joining(", ")));
        }
    }
}
