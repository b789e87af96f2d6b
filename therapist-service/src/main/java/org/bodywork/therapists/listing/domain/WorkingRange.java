package org.bodywork.therapists.listing.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;

/** Hours of one weekday at one location, in the location's zone, from inclusive to exclusive. */
public record WorkingRange(DayOfWeek day, LocalTime from, LocalTime to, LocationId location) {

    public WorkingRange {
        if (!GridTime.holds(from) || !GridTime.holds(to)) {
            throw new InvalidValue("%s-%s is not on the 5-minute grid".formatted(from, to));
        }
        if (!from.isBefore(to)) {
            throw new InvalidValue("%s-%s ends before it starts".formatted(from, to));
        }
    }

    long minutes() {
        return Duration.between(from, to).toMinutes();
    }

    boolean overlaps(WorkingRange other) {
        return day == other.day && from.isBefore(other.to) && other.from.isBefore(to);
    }
}
