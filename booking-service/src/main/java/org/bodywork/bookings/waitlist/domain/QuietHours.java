package org.bodywork.bookings.waitlist.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When nobody is written to: from nine in the evening to eight in the morning, on the clock of whoever would be. */
public final class QuietHours {

    private static final LocalTime FROM = LocalTime.of(21, 0);
    private static final LocalTime TO = LocalTime.of(8, 0);

    private QuietHours() {}

    public static boolean areAt(Instant now, ZoneId zone) {
        LocalTime time = now.atZone(zone).toLocalTime();
        return !time.isBefore(FROM) || time.isBefore(TO);
    }

    /** The next eight in the morning there. */
    public static Instant endAfter(Instant now, ZoneId zone) {
        ZonedDateTime there = now.atZone(zone);
        ZonedDateTime today = there.toLocalDate().atTime(TO).atZone(zone);
        return (there.isBefore(today)
                        ? today
                        : there.toLocalDate().plusDays(1).atTime(TO).atZone(zone))
                .toInstant();
    }
}
