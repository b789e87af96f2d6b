package org.bodywork.bookings.appointment.adapter.web;

import java.time.Duration;

/**
 * How long something may take, for a page to say.
 *
 * @param unit {@code days}, {@code hours} or {@code minutes}: the end of the keys of messages that say it
 */
record HourWords(String unit, long number) {

    private static final Duration TWO_DAYS = Duration.ofDays(2);

    static HourWords of(Duration length) {
        if (length.compareTo(TWO_DAYS) >= 0) {
            return new HourWords("days", length.toDays());
        }
        return length.toHours() > 0
                ? new HourWords("hours", length.toHours())
                : new HourWords("minutes", length.toMinutes());
    }
}
