package org.bodywork.therapists.schedule.adapter.web;

import java.util.List;
import org.bodywork.platform.web.Body;
import org.bodywork.therapists.listing.domain.Repeats;
import org.bodywork.therapists.schedule.adapter.web.ScheduleRequest.TimeOffFields;
import org.jspecify.annotations.Nullable;

/** More time off as it is sent. */
@Body("take-time-off")
record TimeOffRequest(
        String from,
        String to,
        @Nullable Repeats repeats,
        @Nullable String until,
        @Nullable List<String> acceptAffected) {

    TimeOffFields fields() {
        return new TimeOffFields(null, from, to, repeats, until);
    }
}
