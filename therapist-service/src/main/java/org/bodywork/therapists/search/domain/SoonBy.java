package org.bodywork.therapists.search.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** By when somebody wants to be seen, in days as they pass where the therapist works. */
public enum SoonBy {
    TODAY(1),
    TOMORROW(2),
    /** Seven days from today on: on a Saturday nobody means the next day only. */
    THIS_WEEK(7),
    NEXT_WEEK(14);

    private final int days;

    SoonBy(int days) {
        this.days = days;
    }

    /** The first moment that is too late. */
    public Instant until(Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return today.plusDays(days).atStartOfDay(zone).toInstant();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
