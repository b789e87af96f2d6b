package org.bodywork.bookings.appointment.adapter.web;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.opening.application.OpenWeek;
import org.bodywork.bookings.site.SiteLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Seven days of openings as a page shows them; days without any are left out.
 *
 * @param zone the zone of all times, in words
 * @param before the date of the seven days before; empty where there are none
 * @param after the date of those after
 * @param later the date of the first opening behind days without any
 * @param laterText the same in words
 */
record WeekView(String zone, List<Day> days, String before, String after, String later, String laterText) {

    static WeekView of(OpenWeek week, SiteLanguage language) {
        Optional<ZonedDateTime> later = Optional.ofNullable(week.firstLater());
        return new WeekView(
                language.zone(week.days()
                        .days()
                        .getFirst()
                        .date()
                        .atStartOfDay(week.days().zone())),
                week.days().days().stream()
                        .filter(day -> !day.starts().isEmpty())
                        .map(day -> new Day(
                                language.day(day.date()),
                                day.starts().stream()
                                        .map(start -> Time.of(start, language))
                                        .toList()))
                        .toList(),
                text(week.before()),
                text(week.after()),
                later.map(start -> start.toLocalDate().toString()).orElse(""),
                later.map(language::time).orElse(""));
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    record Day(String name, List<Time> times) {}

    /**
     * A start.
     *
     * @param start as forms send it
     * @param clock as it stands under its day
     * @param text the whole of it
     */
    record Time(String start, String clock, String text) {

        static Time of(ZonedDateTime start, SiteLanguage language) {
            return new Time(OffsetTimes.text(start), language.clock(start), language.time(start));
        }
    }
}
