package org.bodywork.bookings.outside;

import java.time.Duration;
import java.time.Instant;
import org.bodywork.bookings.outside.CalendarSource.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A therapist's calendar elsewhere. All times are business time.
 *
 * @param id the therapist
 * @param version which address this is; it rises with each that is set or taken away
 * @param url encrypted, since whoever has it reads the calendar; absent once it was taken away
 * @param host the part of it that may be shown
 * @param fetchedAt when its owner's server last answered well
 * @param readAt when it last came as a whole
 * @param unread entries in it that make no sense
 * @param failure why the last attempt failed
 * @param failures how many have failed in a row
 * @param givenUp whether what was read last counts no more
 */
record OutsideCalendar(
        @Id String id,
        long version,
        @Nullable String url,
        @Nullable String host,
        Instant setAt,
        String setBy,
        @Nullable Instant fetchedAt,
        @Nullable Instant readAt,
        @Nullable Integer unread,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String failure,
        @Nullable Instant failedAt,
        int failures,
        boolean givenUp) {

    static final String COLLECTION = "outsideCalendars";
    static final String URL = "url";

    /** Read as a whole once a day even if unchanged: series go on, and the days that count move. */
    private static final Duration WHOLE_AGAIN_AFTER = Duration.ofDays(1);

    Tag seen(Instant now) {
        return readAt == null || givenUp || !readAt.plus(WHOLE_AGAIN_AFTER).isAfter(now)
                ? Tag.NONE
                : new Tag(etag, lastModified);
    }

    /** Until when what was read last counts, should nothing ever come again. */
    Instant countsUntil(Duration keptFor) {
        return (fetchedAt == null ? setAt : fetchedAt).plus(keptFor);
    }
}
