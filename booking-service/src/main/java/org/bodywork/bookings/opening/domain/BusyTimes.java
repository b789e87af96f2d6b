package org.bodywork.bookings.opening.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is taken at one moment of looking. */
public final class BusyTimes {

    /** By the name of the resource; put in order once, since a calendar asks about each of them many times. */
    private final Map<String, CellRanges> cells;

    /** Keys that are no time: the numbers of limits. */
    private final Set<String> numbers;

    private final @Nullable Instant nextExpiry;
    private final Map<TherapistId, Workload> workloads;

    private BusyTimes(
            Map<String, CellRanges> cells,
            Set<String> numbers,
            @Nullable Instant nextExpiry,
            Map<TherapistId, Workload> workloads) {
        this.cells = cells;
        this.numbers = numbers;
        this.nextExpiry = nextExpiry;
        this.workloads = Map.copyOf(workloads);
    }

    public static BusyTimes none() {
        return of(List.of(), Instant.EPOCH);
    }

    /** What the claims take at {@code now}; the expired ones take nothing. */
    public static BusyTimes of(Collection<Claim> claims, Instant now) {
        Standing standing = new Standing();
        for (Claim claim : claims) {
            if (claim.standsAt(now)) {
                claim.keys().forEach(standing::add);
                standing.expiresAt(claim.expiresAt());
            }
        }
        return standing.please();
    }

    /** The same of times. */
    public static BusyTimes ofTimes(Collection<TakenTime> times, Instant now) {
        Standing standing = new Standing();
        for (TakenTime time : times) {
            if (time.standsAt(now)) {
                standing.add(time.resource(), time.span());
                standing.expiresAt(time.expiresAt());
            }
        }
        return standing.please();
    }

    /** The same, knowing also what these therapists do on their days. */
    public BusyTimes with(Map<TherapistId, Workload> more) {
        return new BusyTimes(cells, numbers, nextExpiry, more);
    }

    /** The visits that the therapist has on the date; none where nobody looked, as where nothing depends on it. */
    List<TimeSpan> visits(TherapistId therapist, LocalDate date) {
        Workload workload = workloads.get(therapist);
        return workload == null ? List.of() : workload.on(date);
    }

    public boolean isFree(Resource resource, TimeSpan span) {
        return !of(resource).touch(Cells.first(span), Cells.afterLast(span));
    }

    public boolean isFree(String key) {
        int cell = Resource.cellOf(key);
        return cell < 0
                ? !numbers.contains(key)
                : !cellsOf(Resource.nameOf(key)).touch(cell, cell + 1L);
    }

    /** The cells in which the resource is taken, for whoever asks of many spans. */
    CellRanges of(Resource resource) {
        return cellsOf(resource.name());
    }

    /** When the first of these claims ends by itself. */
    public Optional<Instant> nextExpiry() {
        return Optional.ofNullable(nextExpiry);
    }

    private CellRanges cellsOf(String resource) {
        return cells.getOrDefault(resource, CellRanges.NONE);
    }

    /** Collects what stands. */
    private static final class Standing {

        private final Map<String, CellRanges.Collector> cells = new HashMap<>();
        private final Set<String> numbers = new HashSet<>();
        private @Nullable Instant nextExpiry;

        void add(String key) {
            int cell = Resource.cellOf(key);
            if (cell < 0) {
                numbers.add(key);
            } else {
                cellsOf(Resource.nameOf(key)).add(cell, cell + 1L);
            }
        }

        void add(Resource resource, TimeSpan span) {
            cellsOf(resource.name()).add(Cells.first(span), Cells.afterLast(span));
        }

        void expiresAt(@Nullable Instant moment) {
            if (moment != null && (nextExpiry == null || moment.isBefore(nextExpiry))) {
                nextExpiry = moment;
            }
        }

        private CellRanges.Collector cellsOf(String name) {
            return cells.computeIfAbsent(name, _ -> new CellRanges.Collector());
        }

        BusyTimes please() {
            Map<String, CellRanges> merged = HashMap.newHashMap(cells.size());
            cells.forEach((name, each) -> merged.put(name, each.merged()));
            return new BusyTimes(merged, numbers, nextExpiry, Map.of());
        }
    }
}
