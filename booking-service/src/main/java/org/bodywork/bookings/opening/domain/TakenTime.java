package org.bodywork.bookings.opening.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Time for which somebody or something cannot be had.
 *
 * @param expiresAt when it ends by itself; null where it stands until somebody ends it
 */
public record TakenTime(
        Resource resource, TimeSpan span, @Nullable Instant expiresAt) {

    /** What the claims take of therapists and rooms; openings are the same whoever the client is. */
    public static List<TakenTime> of(Collection<Claim> claims) {
        return claims.stream().flatMap(TakenTime::of).toList();
    }

    private static Stream<TakenTime> of(Claim claim) {
        Map<String, CellRanges.Collector> cells = new TreeMap<>();
        for (String key : claim.keys()) {
            int cell = Resource.cellOf(key);
            if (cell >= 0) {
                cells.computeIfAbsent(Resource.nameOf(key), _ -> new CellRanges.Collector())
                        .add(cell, cell + 1L);
            }
        }
        return cells.entrySet().stream()
                .filter(taken -> !new Resource(taken.getKey()).isClient())
                .flatMap(taken -> taken.getValue().merged().spans().stream()
                        .map(span -> new TakenTime(new Resource(taken.getKey()), span, claim.expiresAt())));
    }

    boolean standsAt(Instant now) {
        return expiresAt == null || expiresAt.isAfter(now);
    }
}
