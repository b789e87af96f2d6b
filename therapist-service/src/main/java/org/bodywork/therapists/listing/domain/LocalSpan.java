package org.bodywork.therapists.listing.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** A stretch of the wall clock, from inclusive to exclusive. */
record LocalSpan(LocalDateTime from, LocalDateTime to) {

    boolean overlaps(LocalSpan other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    boolean touches(LocalDate date) {
        return overlaps(new LocalSpan(date.atStartOfDay(), date.plusDays(1).atStartOfDay()));
    }
}
