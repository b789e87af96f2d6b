package org.bodywork.bookings.opening.application;

import java.time.Instant;
import java.util.Map;
import org.bodywork.bookings.opening.domain.BusyTimes;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.opening.domain.Workload;
import reactor.core.publisher.Mono;

/** What therapists do on their days: read only for those who limit it. */
public interface Workloads {

    /** The visits that begin within the span and count at {@code now}, holds and wanted times among them. */
    Mono<Workload> of(Listing listing, TimeSpan span, Instant now);

    /** What is taken, together with what the therapist does, where anything depends on that. */
    default Mono<BusyTimes> added(BusyTimes busy, Listing listing, TimeSpan span, Instant now) {
        return listing.rules().limits().isNone()
                ? Mono.just(busy)
                : of(listing, span, now).map(workload -> busy.with(Map.of(listing.id(), workload)));
    }
}
