package org.bodywork.bookings.opening.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.TherapistId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Listings from memory while nothing has changed. Where another instance takes over a new listing, the old one is served
 * here until that is heard, two seconds at the most: as if the directory had told of it so much later.
 */
public final class RememberedListings implements Listings {

    private final Listings stored;
    private final OpeningsCache cache;
    private final Counter reads;

    public RememberedListings(Listings stored, OpeningsCache cache, MeterRegistry metrics) {
        this.stored = stored;
        this.cache = cache;
        this.reads = metrics.counter(FreshOpenings.DATABASE_READS);
    }

    @Override
    public Mono<Listing> byId(TherapistId id) {
        return Mono.defer(() -> cache.listing(id).map(Mono::just).orElseGet(() -> {
            Basis fill = beginReading();
            return stored.byId(id).doOnNext(listing -> cache.remember(fill, listing));
        }));
    }

    @Override
    public Flux<Listing> byIds(Collection<TherapistId> ids) {
        return Flux.defer(() -> {
            List<Listing> known = new ArrayList<>();
            List<TherapistId> unknown = new ArrayList<>();
            ids.forEach(id -> cache.listing(id).ifPresentOrElse(known::add, () -> unknown.add(id)));
            if (unknown.isEmpty()) {
                return Flux.fromIterable(known);
            }
            Basis fill = beginReading();
            return Flux.fromIterable(known)
                    .concatWith(stored.byIds(unknown).doOnNext(listing -> cache.remember(fill, listing)));
        });
    }

    private Basis beginReading() {
        reads.increment();
        return cache.begin();
    }
}
