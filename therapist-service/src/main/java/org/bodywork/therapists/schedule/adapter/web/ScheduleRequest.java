package org.bodywork.therapists.schedule.adapter.web;

import java.time.DayOfWeek;
import java.util.List;
import org.bodywork.platform.web.Body;
import org.bodywork.therapists.listing.domain.Repeats;
import org.jspecify.annotations.Nullable;

/** A whole schedule as it is sent. */
@Body("replace-schedule")
record ScheduleRequest(
        @Nullable String zone,
        List<VersionFields> versions,
        @Nullable List<OverrideFields> overrides,
        @Nullable HolidayFields holidays,
        @Nullable List<TimeOffFields> timeOff,
        @Nullable List<String> acceptAffected) {

    record VersionFields(@Nullable String validFrom, List<HoursFields> hours) {}

    record HoursFields(DayOfWeek dayOfWeek, String from, String to, String locationId) {}

    record OverrideFields(String date, @Nullable String locationId, List<RangeFields> ranges) {}

    record RangeFields(String from, String to) {}

    record HolidayFields(boolean federal, @Nullable List<String> dates) {}

    record TimeOffFields(
            @Nullable String id,
            String from,
            String to,
            @Nullable Repeats repeats,
            @Nullable String until) {}
}
