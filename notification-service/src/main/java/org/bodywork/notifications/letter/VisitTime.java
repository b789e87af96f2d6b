package org.bodywork.notifications.letter;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes a start such as "Tue 24 Nov, 10:00 AM Central Time": the place's time, with its zone by name. */
public final class VisitTime {

    private final DateTimeFormatter format;

    public VisitTime(Locale language) {
        this.format = DateTimeFormatter.ofPattern("EEE d MMM, h:mm a vvvv", language);
    }

    public String of(ZonedDateTime start) {
        return format.format(start);
    }
}
