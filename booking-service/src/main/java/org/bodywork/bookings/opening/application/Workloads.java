package org.bodywork.bookings.opening.application;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.bodywork.bookings.opening.domain.BusyTimes;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.opening.domain.Workload;
import reactor.core.publisher.Mono;

/** What therapists do on their days: read only for those who limit it. */
public interface Workloads {

    /**
     * The visits that begin within the span and count at {@code now}, holds and wanted times among them, with one read
     * for all.
     */
    Mono<Map<TherapistId, Workload>> of(Collection<Listing> listings, TimeSpan span, Instant now);

    /** What is taken, together with what these therapists do, where anything depends on that. */
    default Mono<BusyTimes> added(BusyTimes busy, Collection<Listing> listings, TimeSpan span, Instant now) {
        Map<TherapistId, Listing> limited = listings.stream()
                .filter(listing -> !listing.rules().limits().isNone())
                .collect(Collectors.toMap(Listing::id, listing -> listing, (one, _) -> one));
        return limited.isEmpty()
                ? Mono.just(busy)
                : of(limited.values(), span, now).map(busy::with);
    }
}
