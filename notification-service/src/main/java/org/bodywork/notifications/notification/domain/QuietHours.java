package org.bodywork.notifications.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The night, in which nobody is written to unasked: 47 CFR 64.1200(c)(1) lets nobody call before 8 a.m. or after 9 p.m.
 * at the called party's place.
 *
 * @param from the first quiet minute of the evening
 * @param until the first minute of the morning that is quiet no more
 */
public record QuietHours(LocalTime from, LocalTime until) {

    public static final QuietHours AT_NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

    /** What is put before the night is put so far before it that a short backlog does not push it in. */
    private static final Duration WELL_BEFORE = Duration.ofMinutes(30);

    public boolean contains(Instant time, ZoneId zone) {
        return contains(time.atZone(zone).toLocalTime());
    }

    boolean contains(LocalTime time) {
        return !time.isBefore(from) || time.isBefore(until);
    }

    /** When the night ends that this time lies in. */
    public Instant morningAfter(Instant time, ZoneId zone) {
        ZonedDateTime local = time.atZone(zone);
        boolean evening = !local.toLocalTime().isBefore(from);
        return local.toLocalDate()
                .plusDays(evening ? 1 : 0)
                .atTime(until)
                .atZone(zone)
                .toInstant();
    }

    /** The last good moment before the night that this time lies in. */
    public Instant eveningBefore(Instant time, ZoneId zone) {
        ZonedDateTime local = time.atZone(zone);
        boolean evening = !local.toLocalTime().isBefore(from);
        return local.toLocalDate()
                .minusDays(evening ? 0 : 1)
                .atTime(from)
                .atZone(zone)
                .toInstant()
                .minus(WELL_BEFORE);
    }
}
