package org.bodywork.therapists.listing.adapter.mongo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.bodywork.therapists.listing.domain.DayRange;
import org.bodywork.therapists.listing.domain.Holidays;
import org.bodywork.therapists.listing.domain.LocationId;
import org.bodywork.therapists.listing.domain.Repeats;
import org.bodywork.therapists.listing.domain.Schedule;
import org.bodywork.therapists.listing.domain.ScheduleOverride;
import org.bodywork.therapists.listing.domain.ScheduleVersion;
import org.bodywork.therapists.listing.domain.TimeOff;
import org.bodywork.therapists.listing.domain.WeeklySchedule;
import org.bodywork.therapists.listing.domain.WorkingRange;
import org.jspecify.annotations.Nullable;

/** The parts of a schedule as other services are told of them. What says nothing beyond the weekly hours is left out. */
final class PublishedHours {

    private PublishedHours() {}

    static List<Hours> week(WeeklySchedule week) {
        return week.ranges().stream().map(Hours::of).toList();
    }

    static @Nullable List<Version> versions(Schedule schedule) {
        return schedule.isOneWeekForEver()
                ? null
                : schedule.versions().stream().map(Version::of).toList();
    }

    static @Nullable List<OtherHours> overrides(Schedule schedule) {
        return schedule.overrides().isEmpty()
                ? null
                : schedule.overrides().stream().map(OtherHours::of).toList();
    }

    static @Nullable List<Away> timeOff(Schedule schedule) {
        return schedule.timeOff().isEmpty()
                ? null
                : schedule.timeOff().stream().map(Away::of).toList();
    }

    static @Nullable Closed holidays(Schedule schedule) {
        return schedule.holidays().equals(Holidays.NONE) ? null : Closed.of(schedule.holidays());
    }

    record Hours(DayOfWeek dayOfWeek, String from, String to, String locationId) {

        static Hours of(WorkingRange range) {
            return new Hours(
                    range.day(),
                    range.from().toString(),
                    range.to().toString(),
                    range.location().toString());
        }
    }

    record Version(String validFrom, List<Hours> schedule) {

        static Version of(ScheduleVersion version) {
            return new Version(version.validFrom().toString(), week(version.week()));
        }
    }

    record OtherHours(String date, @Nullable String locationId, List<Range> ranges) {

        static OtherHours of(ScheduleOverride override) {
            LocationId location = override.day().location();
            return new OtherHours(
                    override.date().toString(),
                    location == null ? null : location.toString(),
                    override.day().ranges().stream().map(Range::of).toList());
        }
    }

    record Range(String from, String to) {

        static Range of(DayRange range) {
            return new Range(range.from().toString(), range.to().toString());
        }
    }

    record Away(
            String id,
            String from,
            String to,
            Repeats repeats,
            @Nullable String until) {

        static Away of(TimeOff timeOff) {
            LocalDate until = timeOff.until();
            return new Away(
                    timeOff.id().toString(),
                    timeOff.from().toString(),
                    timeOff.to().toString(),
                    timeOff.repeats(),
                    until == null ? null : until.toString());
        }
    }

    record Closed(boolean federal, List<String> dates) {

        static Closed of(Holidays holidays) {
            return new Closed(
                    holidays.federal(),
                    holidays.dates().stream().map(LocalDate::toString).toList());
        }
    }
}
