package org.bodywork.bookings.opening.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.opening.domain.OpenDay;
import org.bodywork.bookings.opening.domain.OpenDays;
import org.jspecify.annotations.Nullable;

/**
 * Openings as they are answered.
 *
 * @param zone the zone of the therapist's locations
 */
record OpeningsView(String zone, List<DayView> days) {

    static OpeningsView of(OpenDays open) {
        return new OpeningsView(
                open.zone().getId(), open.days().stream().map(DayView::of).toList());
    }

    /**
     * One local date.
     *
     * @param locationId where the therapist works that day; absent on a day off
     * @param starts ISO-8601 with the offset of the zone at that time
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DayView(LocalDate date, @Nullable String locationId, List<String> starts) {

        static DayView of(OpenDay day) {
            return new DayView(
                    day.date(),
                    day.location() == null ? null : day.location().toString(),
                    day.starts().stream().map(OffsetTimes::text).toList());
        }
    }
}
