package org.bodywork.bookings.outside;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What staff see of an outside calendar; never its address, which opens it.
 *
 * @param host the server it comes from
 * @param fetchedAt when that last went well; absent while it never has
 * @param unread entries that make no sense, and take no time
 * @param failure why the last attempt failed
 * @param countsUntil until when what was read last counts if nothing more can be fetched
 * @param counting whether it does now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutsideCalendarView(
        String therapistId,
        @Nullable String host,
        Instant setAt,
        @Nullable Instant fetchedAt,
        @Nullable Integer unread,
        @Nullable String failure,
        @Nullable Instant failedAt,
        @Nullable Instant countsUntil,
        boolean counting) {

    static OutsideCalendarView of(OutsideCalendar calendar, Duration keptFor) {
        boolean counting = calendar.fetchedAt() != null && !calendar.givenUp();
        return new OutsideCalendarView(
                calendar.id(),
                calendar.host(),
                calendar.setAt(),
                calendar.fetchedAt(),
                calendar.unread(),
                calendar.failure(),
                calendar.failedAt(),
                counting ? calendar.countsUntil(keptFor) : null,
                counting);
    }
}
