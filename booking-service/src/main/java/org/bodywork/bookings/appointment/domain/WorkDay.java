package org.bodywork.bookings.appointment.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;

/**
 * One local date of a therapist whose day has limits. Whoever adds a visit to it takes the number after the highest
 * there: two who have seen the same day want the same number, and the unique index lets one of them through. Numbers are
 * never given back, so a day that has changed always shows it.
 */
public record WorkDay(TherapistId therapist, LocalDate date, ZoneId zone) {

    /** Names the numbers among the keys that documents occupy. */
    static final String KEY = "day:";

    public static WorkDay of(Slot slot) {
        return new WorkDay(
                slot.listing().id(), slot.start().toLocalDate(), slot.listing().zone());
    }

    /** What all of its numbers begin with. */
    public String keyPrefix() {
        return KEY + therapist + "|" + date + "#";
    }

    public TimeSpan span() {
        return TimeSpan.ofDay(date, zone);
    }

    /** The number for whoever comes next. */
    public String nextNumber(Collection<? extends Holder> found) {
        return keyPrefix() + (highest(found).orElse(0) + 1);
    }

    /** Whether numbers below the highest are missing: then whoever looked was overtaken while looking. */
    public boolean isTorn(Collection<? extends Holder> found) {
        return numbers(found).size() < highest(found).orElse(0);
    }

    /** The visits that the day holds at {@code now}, without those of {@code except}. */
    public List<TimeSpan> visits(Collection<? extends Holder> found, AppointmentId except, Instant now) {
        return found.stream()
                .filter(holder -> !holder.id().equals(except))
                .flatMap(holder -> holder.work(now).stream())
                .filter(visit -> visit.localStart().toLocalDate().equals(date) && isOfTherapist(visit))
                .map(visit -> visit.spanOf(therapist))
                .toList();
    }

    private boolean isOfTherapist(Visit visit) {
        return visit.parts().stream().anyMatch(part -> part.therapist().equals(therapist));
    }

    private OptionalInt highest(Collection<? extends Holder> found) {
        return numbers(found).stream().flatMapToInt(IntStream::of).max();
    }

    private Set<Integer> numbers(Collection<? extends Holder> found) {
        String prefix = keyPrefix();
        return found.stream()
                .flatMap(holder -> holder.occupied().stream())
                .filter(key -> key.startsWith(prefix))
                .map(key -> Integer.valueOf(key.substring(prefix.length())))
                .collect(Collectors.toSet());
    }
}
