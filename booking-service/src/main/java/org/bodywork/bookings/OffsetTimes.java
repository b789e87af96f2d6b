package org.bodywork.bookings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Times as the API writes them: ISO-8601 with seconds and the offset of the place. */
public final class OffsetTimes {

    private OffsetTimes() {}

    /** The instant meant; empty when there is no such date or time. */
    public static Optional<Instant> read(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As {@link DateTimeFormatter#ISO_OFFSET_DATE_TIME} has it, and for whole minutes in a fraction of the time. */
    public static String text(ZonedDateTime time) {
        boolean wholeMinute = time.getSecond() == 0 && time.getNano() == 0;
        return wholeMinute
                ? time.toLocalDate() + "T" + time.toLocalTime() + ":00" + time.getOffset()
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
