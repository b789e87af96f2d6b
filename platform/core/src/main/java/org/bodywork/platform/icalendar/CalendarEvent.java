package org.bodywork.platform.icalendar;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An event to be written into a calendar.
 *
 * @param uid the same for all that is ever written about it
 * @param sequence rises with every change of it
 * @param changedAt when it was last changed
 * @param zone on whose wall clock its times are written
 * @param place where to go, when known
 */
public record CalendarEvent(
        String uid,
        long sequence,
        Instant changedAt,
        Standing standing,
        ZoneId zone,
        Instant start,
        Instant end,
        String title,
        @Nullable String place) {

    /** How sure the event is; the names are RFC 5545's. */
    public enum Standing {
        TENTATIVE,
        CONFIRMED,
        CANCELLED
    }
}
