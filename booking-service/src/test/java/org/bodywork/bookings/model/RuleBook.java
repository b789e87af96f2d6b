package org.bodywork.bookings.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NaiveOpenings;
import org.bodywork.bookings.opening.domain.Waiver;

/**
 * What a listing allows, whoever has the time. Each date is walked through once, with neither notice nor horizon; these
 * two, which depend on the moment, are looked at each time.
 */
final class RuleBook {

    private static final Duration CELL = Duration.ofMinutes(5);

    private final Instant begins;
    private final IdentityHashMap<Listing, Map<LocalDate, List<Instant>>> onTheGrid = new IdentityHashMap<>();
    private final IdentityHashMap<Listing, Map<LocalDate, List<Instant>>> offTheGrid = new IdentityHashMap<>();

    /** Nothing before that moment is ever asked for. */
    RuleBook(Instant begins) {
        this.begins = begins;
    }

    List<Instant> startsOn(Listing listing, LocalDate date, Instant now) {
        return starts(onTheGrid, listing, listing.rules().grid(), date).stream()
                .filter(start -> isInTime(listing, start, Set.of(), now))
                .toList();
    }

    boolean allow(Listing listing, Instant start, Set<Waiver> waived, Instant now) {
        return isInTime(listing, start, waived, now) && isOffered(listing, start, waived);
    }

    private static boolean isInTime(Listing listing, Instant start, Set<Waiver> waived, Instant now) {
        LocalDate date = start.atZone(listing.zone()).toLocalDate();
        LocalDate last = now.atZone(listing.zone())
                .toLocalDate()
                .plusDays(listing.rules().horizonDays());
        return start.isAfter(now)
                && (waived.contains(Waiver.NOTICE)
                        || !start.isBefore(now.plus(listing.rules().notice())))
                && (waived.contains(Waiver.HORIZON) || !date.isAfter(last));
    }

    private boolean isOffered(Listing listing, Instant start, Set<Waiver> waived) {
        LocalDate date = start.atZone(listing.zone()).toLocalDate();
        if (starts(onTheGrid, listing, listing.rules().grid(), date).contains(start)) {
            return true;
        }
        NaiveOpenings unhurried = unhurried(listing, CELL);
        return start.getEpochSecond() % CELL.toSeconds() == 0
                && (unhurried.fitsHours(start)
                        ? waived.contains(Waiver.GRID)
                                && starts(offTheGrid, listing, CELL, date).contains(start)
                        : waived.contains(Waiver.HOURS) && unhurried.rulesAllow(start));
    }

    private List<Instant> starts(
            IdentityHashMap<Listing, Map<LocalDate, List<Instant>>> known,
            Listing listing,
            Duration grid,
            LocalDate date) {
        return known.computeIfAbsent(listing, _ -> new HashMap<>())
                .computeIfAbsent(date, day -> unhurried(listing, grid).on(day));
    }

    private NaiveOpenings unhurried(Listing listing, Duration grid) {
        return new NaiveOpenings(Scene.withoutNoticeOrHorizon(listing, grid), begins, List.of());
    }
}
