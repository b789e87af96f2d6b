package org.bodywork.bookings.opening.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is taken at one moment of looking. */
public final class BusyTimes {

    private final Set<String> keys;
    private final @Nullable Instant nextExpiry;
    private final Map<TherapistId, Workload> workloads;

    private BusyTimes(Set<String> keys, @Nullable Instant nextExpiry, Map<TherapistId, Workload> workloads) {
        this.keys = keys;
        this.nextExpiry = nextExpiry;
        this.workloads = Map.copyOf(workloads);
    }

    public static BusyTimes none() {
        return new BusyTimes(Set.of(), null, Map.of());
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
        return new BusyTimes(taken, next, Map.of());
    }

    /** The same, knowing also what these therapists do on their days. */
    public BusyTimes with(Map<TherapistId, Workload> more) {
        return new BusyTimes(keys, nextExpiry, more);
    }

    /** The visits that the therapist has on the date; none where nobody looked, as where nothing depends on it. */
    List<TimeSpan> visits(TherapistId therapist, LocalDate date) {
        Workload workload = workloads.get(therapist);
        return workload == null ? List.of() : workload.on(date);
    }

    public boolean isFree(Resource resource, TimeSpan span) {
        return resource.keysDuring(span).stream().allMatch(this::isFree);
    }

    public boolean isFree(String key) {
        return !keys.contains(key);
    }

    /** When the first of these claims ends by itself. */
    public Optional<Instant> nextExpiry() {
        return Optional.ofNullable(nextExpiry);
    }
}
