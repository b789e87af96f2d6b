package org.bodywork.bookings.opening.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * When a therapist works. For each local date an override decides, else a holiday, else the week in force; time off
 * stands beside them, so that it moves no start, it only removes those it touches.
 *
 * @param weeks the hours of every week by the local date they are valid from, each until the next
 * @param overrides the hours of single local dates; none on a date that is closed
 */
public record Schedule(
        NavigableMap<LocalDate, List<WorkingHours>> weeks,
        Map<LocalDate, List<WorkingHours>> overrides,
        List<TimeOff> timeOff,
        Holidays holidays) {

    public Schedule {
        weeks = Collections.unmodifiableNavigableMap(new TreeMap<>(weeks));
        overrides = Map.copyOf(overrides);
        timeOff = List.copyOf(timeOff);
    }

    /** The same hours every week. */
    public static Schedule everyWeek(List<WorkingHours> week) {
        return new Schedule(
                new TreeMap<>(Map.of(LocalDate.EPOCH, List.copyOf(week))), Map.of(), List.of(), Holidays.NONE);
    }

    /** The working hours of that local date, all at one location. */
    List<WorkingHours> hoursOn(LocalDate date) {
        List<WorkingHours> planned = overrides.get(date);
        if (planned != null) {
            return planned;
        }
        Map.Entry<LocalDate, List<WorkingHours>> week = weeks.floorEntry(date);
        return week == null || holidays.include(date)
                ? List.of()
                : week.getValue().stream()
                        .filter(hours -> hours.day() == date.getDayOfWeek())
                        .toList();
    }

    Duration workedOn(LocalDate date, ZoneId zone) {
        TimeSpans hours = TimeSpans.of(
                hoursOn(date).stream().map(each -> each.on(date, zone)).toList());
        TimeSpans away = TimeSpans.of(
                timeOff.stream().flatMap(each -> each.around(date, zone)).toList());
        return hours.length().minus(hours.sharedWith(away));
    }

    /** Whether only a holiday keeps the hours of the week from that date. */
    boolean isHoliday(LocalDate date) {
        return !overrides.containsKey(date) && holidays.include(date);
    }

    boolean isAwayDuring(TimeSpan visit, ZoneId zone) {
        return !timeOff.isEmpty() && timeOff.stream().anyMatch(each -> each.overlaps(visit, zone));
    }
}
