package org.bodywork.therapists.listing.domain;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;

/** Hours of one weekday at one location, in the location's zone. */
public record WorkingRange(DayOfWeek day, DayRange hours, LocationId location) {

    public WorkingRange(DayOfWeek day, LocalTime from, LocalTime to, LocationId location) {
        this(day, new DayRange(from, to), location);
    }

    public LocalTime from() {
        return hours.from();
    }

    public LocalTime to() {
        return hours.to();
    }

    long minutes() {
        return hours.minutes();
    }

    /** Why these two cannot be in one week, if they cannot. */
    public Optional<String> clashWith(WorkingRange other) {
        if (day != other.day) {
            return Optional.empty();
        }
        if (hours.overlaps(other.hours)) {
            return Optional.of("%s overlaps %s on %s".formatted(hours, other.hours, day));
        }
        return location.equals(other.location) ? Optional.empty() : Optional.of("two locations on " + day);
    }
}
