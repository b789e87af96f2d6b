package org.bodywork.bookings;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Times as the API writes them: ISO-8601 with seconds and the offset of the place. */
public final class OffsetTimes {

    private OffsetTimes() {}

    public static String text(ZonedDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
