package org.bodywork.bookings.opening.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is taken at one moment of looking. */
public final class BusyTimes {

    private final Set<String> keys;
    private final Map<String, int[]> cells;
    private final @Nullable Instant nextExpiry;
    private final Map<TherapistId, Workload> workloads;

    private BusyTimes(
            Set<String> keys,
            Map<String, int[]> cells,
            @Nullable Instant nextExpiry,
            Map<TherapistId, Workload> workloads) {
        this.keys = keys;
        this.cells = cells;
        this.nextExpiry = nextExpiry;
        this.workloads = Map.copyOf(workloads);
    }

    public static BusyTimes none() {
        return of(List.of(), Instant.EPOCH);
    }

    /** What the claims take at {@code now}; the expired ones take nothing. */
    public static BusyTimes of(Collection<Claim> claims, Instant now) {
        Set<String> taken = new HashSet<>();
        claims.stream().filter(claim -> claim.standsAt(now)).forEach(claim -> taken.addAll(claim.keys()));
        Instant next = claims.stream()
                .filter(claim -> claim.standsAt(now))
                .map(Claim::expiresAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        return new BusyTimes(taken, cellsOf(taken), next, Map.of());
    }

    /** The cells of each resource in order, found once, since a calendar asks about each of them many times. */
    private static Map<String, int[]> cellsOf(Set<String> keys) {
        Map<String, IntStream.Builder> found = new HashMap<>();
        for (String key : keys) {
            int cell = Resource.cellOf(key);
            if (cell >= 0) {
                found.computeIfAbsent(Resource.nameOf(key), _ -> IntStream.builder())
                        .add(cell);
            }
        }
        Map<String, int[]> cells = new HashMap<>();
        found.forEach((name, each) -> cells.put(name, each.build().sorted().toArray()));
        return cells;
    }

    /** The same, knowing also what these therapists do on their days. */
    public BusyTimes with(Map<TherapistId, Workload> more) {
        return new BusyTimes(keys, cells, nextExpiry, more);
    }

    /** The visits that the therapist has on the date; none where nobody looked, as where nothing depends on it. */
    List<TimeSpan> visits(TherapistId therapist, LocalDate date) {
        Workload workload = workloads.get(therapist);
        return workload == null ? List.of() : workload.on(date);
    }

    public boolean isFree(Resource resource, TimeSpan span) {
        int[] taken = cells.get(resource.name());
        if (taken == null) {
            return true;
        }
        int found = Arrays.binarySearch(taken, Math.toIntExact(Cells.first(span)));
        int next = found < 0 ? -found - 1 : found;
        return next == taken.length || taken[next] >= Cells.afterLast(span);
    }

    public boolean isFree(String key) {
        return !keys.contains(key);
    }

    /** When the first of these claims ends by itself. */
    public Optional<Instant> nextExpiry() {
        return Optional.ofNullable(nextExpiry);
    }
}
