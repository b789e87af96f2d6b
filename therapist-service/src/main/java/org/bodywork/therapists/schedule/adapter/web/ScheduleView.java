package org.bodywork.therapists.schedule.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.bodywork.therapists.listing.domain.DayRange;
import org.bodywork.therapists.listing.domain.LocationId;
import org.bodywork.therapists.listing.domain.Repeats;
import org.bodywork.therapists.listing.domain.Schedule;
import org.bodywork.therapists.listing.domain.ScheduleOverride;
import org.bodywork.therapists.listing.domain.ScheduleVersion;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TimeOff;
import org.bodywork.therapists.listing.domain.WallClock;
import org.bodywork.therapists.listing.domain.WorkingRange;
import org.jspecify.annotations.Nullable;

/** A whole schedule as staff read it; it can be sent back as it is. */
record ScheduleView(
        String zone,
        List<VersionView> versions,
        List<OverrideView> overrides,
        HolidaysView holidays,
        List<TimeOffView> timeOff) {

    static ScheduleView of(Therapist therapist) {
        Schedule schedule = therapist.schedule();
        ZoneId zone = therapist.zone();
        return new ScheduleView(
                zone.getId(),
                schedule.versions().stream().map(VersionView::of).toList(),
                schedule.overrides().stream().map(OverrideView::of).toList(),
                new HolidaysView(
                        schedule.holidays().federal(),
                        schedule.holidays().dates().stream()
                                .map(LocalDate::toString)
                                .toList()),
                schedule.timeOff().stream()
                        .map(timeOff -> TimeOffView.of(timeOff, zone))
                        .toList());
    }

    /** Without a date: the hours that were always so. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionView(@Nullable String validFrom, List<HoursView> hours) {

        static VersionView of(ScheduleVersion version) {
            return new VersionView(
                    version.isFromTheBeginning() ? null : version.validFrom().toString(),
                    version.week().ranges().stream().map(HoursView::of).toList());
        }
    }

    record HoursView(DayOfWeek dayOfWeek, String from, String to, String locationId) {

        static HoursView of(WorkingRange range) {
            return new HoursView(
                    range.day(),
                    range.from().toString(),
                    range.to().toString(),
                    range.location().toString());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OverrideView(String date, @Nullable String locationId, List<RangeView> ranges) {

        static OverrideView of(ScheduleOverride override) {
            LocationId location = override.day().location();
            return new OverrideView(
                    override.date().toString(),
                    location == null ? null : location.toString(),
                    override.day().ranges().stream().map(RangeView::of).toList());
        }
    }

    record RangeView(String from, String to) {

        static RangeView of(DayRange range) {
            return new RangeView(range.from().toString(), range.to().toString());
        }
    }

    record HolidaysView(boolean federal, List<String> dates) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TimeOffView(
            String id,
            String from,
            String to,
            Repeats repeats,
            @Nullable String until) {

        static TimeOffView of(TimeOff timeOff, ZoneId zone) {
            LocalDate until = timeOff.until();
            return new TimeOffView(
                    timeOff.id().toString(),
                    text(timeOff.from(), zone),
                    text(timeOff.to(), zone),
                    timeOff.repeats(),
                    until == null ? null : until.toString());
        }

        private static String text(LocalDateTime time, ZoneId zone) {
            return WallClock.firstMoment(time, zone).atZone(zone).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        }
    }
}
