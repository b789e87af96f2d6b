package org.bodywork.therapists.listing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells that a licence runs out, a step before it does. Of several steps that have passed only the nearest is told: what
 * was missed says nothing new. From the day after the last valid one it is too late for a warning.
 *
 * @param expires the last valid day of the licence it is about
 * @param daysBefore which step it is
 */
public record ExpiryWarning(LocalDate expires, int daysBefore) {

    /** The earliest first. */
    public static final List<Integer> STEPS = List.of(60, 30, 7);

    /** On the wall clock of the place, when people are up. */
    private static final LocalTime TOLD_AT = LocalTime.of(9, 0);

    /** The warning that holds at that moment; none before the first step and none once expired. */
    public static Optional<ExpiryWarning> at(Instant now, LocalDate expires, ZoneId zone) {
        if (now.atZone(zone).toLocalDate().isAfter(expires)) {
            return Optional.empty();
        }
        return STEPS.reversed().stream()
                .map(days -> new ExpiryWarning(expires, days))
                .filter(warning -> !warning.from(zone).isAfter(now))
                .findFirst();
    }

    /** When the next warning after that moment begins to hold. */
    public static Optional<Instant> nextAfter(Instant now, LocalDate expires, ZoneId zone) {
        return STEPS.stream()
                .map(days -> new ExpiryWarning(expires, days).from(zone))
                .filter(step -> step.isAfter(now))
                .findFirst();
    }

    /** Whether it says something that the last one did not. */
    public boolean isNewsAfter(@Nullable ExpiryWarning last) {
        return last == null || !last.expires.equals(expires) || last.daysBefore > daysBefore;
    }

    private Instant from(ZoneId zone) {
        return expires.minusDays(daysBefore).atTime(TOLD_AT).atZone(zone).toInstant();
    }
}
