package org.bodywork.bookings.opening.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** One range of working hours on a weekday, on the wall clock of the location. */
public record WorkingHours(DayOfWeek day, LocalTime from, LocalTime to, LocationId location) {

    public WorkingHours {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("working hours end after they begin: " + from + " to " + to);
        }
    }

    /** The hours on that date in real time, an hour longer or shorter when the clocks change within them. */
    TimeSpan on(LocalDate date, ZoneId zone) {
        return new TimeSpan(
                WallClock.firstMomentOf(date.atTime(from), zone), WallClock.firstMomentOf(date.atTime(to), zone));
    }
}
