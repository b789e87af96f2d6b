package org.bodywork.bookings.console;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.bodywork.bookings.QueryDates;

/** A date and a time of day as a form sends them, on the wall clock of a place. */
public final class TypedTime {

    private TypedTime() {}

    /** Empty for what is no time, and for an hour that the place skips when its clocks change. */
    public static Optional<ZonedDateTime> read(String date, String time, ZoneId zone) {
        try {
            LocalDateTime typed = QueryDates.date(date).atTime(LocalTime.parse(time));
            ZonedDateTime there = typed.atZone(zone);
            return there.toLocalDateTime().equals(typed) ? Optional.of(there) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
