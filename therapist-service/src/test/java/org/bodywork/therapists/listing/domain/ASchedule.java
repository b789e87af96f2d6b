package org.bodywork.therapists.listing.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words for schedules in tests. */
final class ASchedule {

    static final LocationId STUDIO = new LocationId(new UUID(0, 1));
    static final LocationId CLINIC = new LocationId(new UUID(0, 2));

    private final List<ScheduleVersion> versions = new ArrayList<>();
    private final List<ScheduleOverride> overrides = new ArrayList<>();
    private final List<TimeOff> timeOff = new ArrayList<>();
    private final List<LocalDate> dates = new ArrayList<>();
    private boolean federal;

    private ASchedule() {}

    static ASchedule aSchedule() {
        return new ASchedule();
    }

    static WorkingRange range(DayOfWeek day, String hours, LocationId location) {
        DayRange range = hours(hours);
        return new WorkingRange(day, range, location);
    }

    /** Such as {@code 09:00-12:00}. */
    static DayRange hours(String text) {
        String[] ends = text.split("-", 2);
        return new DayRange(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }

    static TimeOff timeOff(String from, String to, Repeats repeats, @Nullable String until) {
        return new TimeOff(
                new TimeOffId(UUID.randomUUID()),
                LocalDateTime.parse(from),
                LocalDateTime.parse(to),
                repeats,
                until == null ? null : LocalDate.parse(until));
    }

    ASchedule always(WorkingRange... week) {
        versions.add(new ScheduleVersion(ScheduleVersion.ALWAYS, new WeeklySchedule(List.of(week))));
        return this;
    }

    ASchedule daily(String... hours) {
        return always(Arrays.stream(DayOfWeek.values())
                .flatMap(day -> Stream.of(hours).map(each -> range(day, each, STUDIO)))
                .toArray(WorkingRange[]::new));
    }

    ASchedule from(String date, WorkingRange... week) {
        versions.add(new ScheduleVersion(LocalDate.parse(date), new WeeklySchedule(List.of(week))));
        return this;
    }

    ASchedule on(String date, LocationId location, String... hours) {
        overrides.add(new ScheduleOverride(
                LocalDate.parse(date),
                new WorkingDay(location, Stream.of(hours).map(ASchedule::hours).toList())));
        return this;
    }

    ASchedule closedOn(String date) {
        overrides.add(new ScheduleOverride(LocalDate.parse(date), WorkingDay.OFF));
        return this;
    }

    ASchedule away(TimeOff... more) {
        timeOff.addAll(List.of(more));
        return this;
    }

    ASchedule away(String from, String to) {
        return away(timeOff(from, to, Repeats.NEVER, null));
    }

    ASchedule keepingFederalHolidays() {
        federal = true;
        return this;
    }

    ASchedule closedForTheHoliday(String date) {
        dates.add(LocalDate.parse(date));
        return this;
    }

    Schedule please() {
        return new Schedule(versions, overrides, timeOff, new Holidays(federal, dates));
    }
}
