package org.bodywork.therapists.listing.adapter.mongo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.bodywork.therapists.listing.domain.DayRange;
import org.bodywork.therapists.listing.domain.Holidays;
import org.bodywork.therapists.listing.domain.LocationId;
import org.bodywork.therapists.listing.domain.Repeats;
import org.bodywork.therapists.listing.domain.Schedule;
import org.bodywork.therapists.listing.domain.ScheduleOverride;
import org.bodywork.therapists.listing.domain.ScheduleVersion;
import org.bodywork.therapists.listing.domain.TimeOff;
import org.bodywork.therapists.listing.domain.TimeOffId;
import org.bodywork.therapists.listing.domain.WeeklySchedule;
import org.bodywork.therapists.listing.domain.WorkingDay;
import org.bodywork.therapists.listing.domain.WorkingRange;
import org.jspecify.annotations.Nullable;

/** A schedule that is more than one week for ever. Dates and times as text: they have no instant by themselves. */
record StoredSchedule(
        List<StoredVersion> versions,
        List<StoredOverride> overrides,
        List<StoredTimeOff> timeOff,
        boolean federalHolidays,
        List<String> holidays) {

    static StoredSchedule of(Schedule schedule) {
        return new StoredSchedule(
                schedule.versions().stream().map(StoredVersion::of).toList(),
                schedule.overrides().stream().map(StoredOverride::of).toList(),
                schedule.timeOff().stream().map(StoredTimeOff::of).toList(),
                schedule.holidays().federal(),
                schedule.holidays().dates().stream().map(LocalDate::toString).toList());
    }

    Schedule schedule() {
        return new Schedule(
                versions.stream().map(StoredVersion::version).toList(),
                overrides.stream().map(StoredOverride::override).toList(),
                timeOff.stream().map(StoredTimeOff::timeOff).toList(),
                new Holidays(
                        federalHolidays, holidays.stream().map(LocalDate::parse).toList()));
    }

    private static LocationId location(String id) {
        return new LocationId(UUID.fromString(id));
    }

    record StoredVersion(String validFrom, List<StoredRange> week) {

        static StoredVersion of(ScheduleVersion version) {
            return new StoredVersion(
                    version.validFrom().toString(),
                    version.week().ranges().stream().map(StoredRange::of).toList());
        }

        ScheduleVersion version() {
            return new ScheduleVersion(
                    LocalDate.parse(validFrom),
                    new WeeklySchedule(week.stream().map(StoredRange::range).toList()));
        }
    }

    record StoredRange(DayOfWeek day, String from, String to, String locationId) {

        static StoredRange of(WorkingRange range) {
            return new StoredRange(
                    range.day(),
                    range.from().toString(),
                    range.to().toString(),
                    range.location().toString());
        }

        WorkingRange range() {
            return new WorkingRange(day, LocalTime.parse(from), LocalTime.parse(to), location(locationId));
        }
    }

    record StoredOverride(String date, @Nullable String locationId, List<StoredHours> hours) {

        static StoredOverride of(ScheduleOverride override) {
            LocationId location = override.day().location();
            return new StoredOverride(
                    override.date().toString(),
                    location == null ? null : location.toString(),
                    override.day().ranges().stream().map(StoredHours::of).toList());
        }

        ScheduleOverride override() {
            WorkingDay day = new WorkingDay(
                    locationId == null ? null : location(locationId),
                    hours.stream().map(StoredHours::range).toList());
            return new ScheduleOverride(LocalDate.parse(date), day);
        }
    }

    record StoredHours(String from, String to) {

        static StoredHours of(DayRange range) {
            return new StoredHours(range.from().toString(), range.to().toString());
        }

        DayRange range() {
            return new DayRange(LocalTime.parse(from), LocalTime.parse(to));
        }
    }

    record StoredTimeOff(
            String timeOffId,
            String from,
            String to,
            Repeats repeats,
            @Nullable String until) {

        static StoredTimeOff of(TimeOff timeOff) {
            LocalDate until = timeOff.until();
            return new StoredTimeOff(
                    timeOff.id().toString(),
                    timeOff.from().toString(),
                    timeOff.to().toString(),
                    timeOff.repeats(),
                    until == null ? null : until.toString());
        }

        TimeOff timeOff() {
            return new TimeOff(
                    new TimeOffId(UUID.fromString(timeOffId)),
                    LocalDateTime.parse(from),
                    LocalDateTime.parse(to),
                    repeats,
                    until == null ? null : LocalDate.parse(until));
        }
    }
}
