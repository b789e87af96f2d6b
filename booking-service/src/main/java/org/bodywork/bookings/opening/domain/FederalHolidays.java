package org.bodywork.bookings.opening.domain;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * The legal public holidays of the United States (5 U.S.C. 6103). One that falls on a weekend is kept on its day and on
 * the weekday on which offices keep it: the Friday before a Saturday (the same section), the Monday after a Sunday
 * (Executive Order 11582).
 */
final class FederalHolidays {

    private FederalHolidays() {}

    static boolean include(LocalDate date) {
        return isHoliday(date)
                || (date.getDayOfWeek() == FRIDAY && isHoliday(date.plusDays(1)))
                || (date.getDayOfWeek() == MONDAY && isHoliday(date.minusDays(1)));
    }

    private static boolean isHoliday(LocalDate date) {
        int day = date.getDayOfMonth();
        return switch (date.getMonth()) {
            case JANUARY -> day == 1 || isThe(3, MONDAY, date);
            case FEBRUARY -> isThe(3, MONDAY, date);
            case MAY -> isThe(-1, MONDAY, date);
            case JUNE -> day == 19;
            case JULY -> day == 4;
            case SEPTEMBER -> isThe(1, MONDAY, date);
            case OCTOBER -> isThe(2, MONDAY, date);
            case NOVEMBER -> day == 11 || isThe(4, THURSDAY, date);
            case DECEMBER -> day == 25;
            default -> false;
        };
    }

    /** Whether it is that weekday of its month, the last being number -1. */
    private static boolean isThe(int number, DayOfWeek weekday, LocalDate date) {
        return date.equals(date.with(TemporalAdjusters.dayOfWeekInMonth(number, weekday)));
    }
}
