package org.bodywork.notifications.letter;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes a start such as "Tue 24 Nov, 10:00 AM Central Time": the place's time, with its zone by name. */
public final class VisitTime {

    private final DateTimeFormatter format;
    private final DateTimeFormatter time;

    public VisitTime(Locale language) {
        this.format = DateTimeFormatter.ofPattern("EEE d MMM, h:mm a vvvv", language);
        this.time = DateTimeFormatter.ofPattern("h:mm a", language);
    }

    /** Only the time of day, where the day is plain. */
    public String onTheWall(ZonedDateTime moment) {
        return time.format(moment);
    }

    public String of(ZonedDateTime start) {
        return format.format(start);
    }
}
