package org.bodywork.bookings.plan.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When the client usually comes. */
public record UsualTime(DayOfWeek weekday, LocalTime time) {

    private static final int HALF_A_WEEK = 3;

    /** The usual weekday that lies nearest to that day, at the usual time. */
    public ZonedDateTime near(LocalDate day, ZoneId zone) {
        int ahead = Math.floorMod(weekday.getValue() - day.getDayOfWeek().getValue(), 7);
        return day.plusDays(ahead > HALF_A_WEEK ? ahead - 7 : ahead)
                .atTime(time)
                .atZone(zone);
    }
}
