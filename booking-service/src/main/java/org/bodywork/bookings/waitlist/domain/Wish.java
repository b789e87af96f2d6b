package org.bodywork.bookings.waitlist.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Which times would suit, on the wall clock of the place.
 *
 * @param from the earliest start
 * @param to the latest start
 * @param firstDate with {@code lastDate}, both inclusive
 * @param shortestNotice how long before the start somebody must know of it
 */
public record Wish(
        Whom whom,
        Set<DayOfWeek> days,
        LocalTime from,
        LocalTime to,
        LocalDate firstDate,
        LocalDate lastDate,
        Duration shortestNotice) {

    /** So far ahead one can wait. */
    public static final int MOST_DAYS = 180;

    public Wish {
        days = Set.copyOf(days);
    }

    public boolean suits(ZonedDateTime start, Instant now) {
        LocalDate date = start.toLocalDate();
        LocalTime time = start.toLocalTime();
        return days.contains(date.getDayOfWeek())
                && !time.isBefore(from)
                && !time.isAfter(to)
                && !date.isBefore(firstDate)
                && !date.isAfter(lastDate)
                && !start.toInstant().isBefore(now.plus(shortestNotice));
    }
}
