package org.bodywork.bookings.opening.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** One weekly range of working hours, on the wall clock of the location. */
public record WorkingHours(DayOfWeek day, LocalTime from, LocalTime to, LocationId location) {

    public WorkingHours {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("working hours end after they begin: " + from + " to " + to);
        }
    }

    /** The hours on that date in real time, an hour longer or shorter when the clocks change within them. */
    TimeSpan on(LocalDate date, ZoneId zone) {
        return new TimeSpan(firstMomentOf(date.atTime(from), zone), firstMomentOf(date.atTime(to), zone));
    }

    /** A time that the clocks skip is the moment they are put forward; one that they repeat is its first pass. */
    private static Instant firstMomentOf(LocalDateTime wallClock, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(wallClock);
        return change != null && change.isGap()
                ? change.getInstant()
                : wallClock.atZone(zone).toInstant();
    }
}
