package org.bodywork.therapists.listing.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;

/** Hours within one local date, on its wall clock, from inclusive to exclusive. */
public record DayRange(LocalTime from, LocalTime to) implements Comparable<DayRange> {

    public DayRange {
        if (!GridTime.holds(from) || !GridTime.holds(to)) {
            throw new InvalidValue("%s-%s is not on the 5-minute grid".formatted(from, to));
        }
        if (!from.isBefore(to)) {
            throw new InvalidValue("%s-%s ends before it starts".formatted(from, to));
        }
    }

    public boolean overlaps(DayRange other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    long minutes() {
        return Duration.between(from, to).toMinutes();
    }

    LocalSpan on(LocalDate date) {
        return new LocalSpan(date.atTime(from), date.atTime(to));
    }

    @Override
    public int compareTo(DayRange other) {
        int byStart = from.compareTo(other.from);
        return byStart == 0 ? to.compareTo(other.to) : byStart;
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
