package org.bodywork.notifications.notification.adapter.wording;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes a start such as "Tue 24 Nov, 10:00 AM Central Time": the place's time, with its zone by name. */
final class VisitTime {

    private final DateTimeFormatter format;

    VisitTime(Locale language) {
        this.format = DateTimeFormatter.ofPattern("EEE d MMM, h:mm a vvvv", language);
    }

    String of(ZonedDateTime start) {
        return format.format(start);
    }
}
