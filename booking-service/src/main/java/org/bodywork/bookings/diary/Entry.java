package org.bodywork.bookings.diary;

import java.time.ZonedDateTime;
import java.util.Locale;
import org.bodywork.bookings.site.SiteLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands in a day of the calendar.
 *
 * @param id of the visit or block that can be opened; null for what cannot
 * @param name the client's, or the reason of a block; empty where there is none
 * @param more treatment and room
 * @param status the key of the visit's status; null for what is no visit
 */
record Entry(
        Kind kind,
        @Nullable String id,
        ZonedDateTime from,
        ZonedDateTime until,
        String name,
        String more,
        @Nullable String status) {

    enum Kind {
        VISIT,
        /** The time that a visit is asked to move to. */
        WANTED,
        HOLD,
        BLOCK,
        TIME_OFF,
        ELSEWHERE
    }

    /** For styles and words. */
    public String sort() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String times(SiteLanguage language) {
        return language.clock(from) + " – " + language.clock(until);
    }
}
