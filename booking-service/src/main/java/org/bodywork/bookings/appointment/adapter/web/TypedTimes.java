package org.bodywork.bookings.appointment.adapter.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.bodywork.bookings.OffsetTimes;

/** Starts as the forms of pages send them. */
final class TypedTimes {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private TypedTimes() {}

    /** Empty for what is no start, or none that anybody books. */
    static Optional<Instant> start(String text) {
        return OffsetTimes.read(text).filter(start -> {
            int year = start.atOffset(ZoneOffset.UTC).getYear();
            return year >= FIRST_YEAR && year <= LAST_YEAR;
        });
    }
}
