package org.bodywork.bookings.opening.application;

import org.bodywork.bookings.opening.application.OpeningsCache.Fill;
import org.bodywork.bookings.opening.domain.OpenDays;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** The openings of one therapist and treatment, without a database read while nothing has changed. */
public final class FindOpenings {

    private final FreshOpenings fresh;
    private final OpeningsCache cache;
    private final BusinessClock clock;

    public FindOpenings(FreshOpenings fresh, OpeningsCache cache, BusinessClock clock) {
        this.fresh = fresh;
        this.cache = cache;
        this.clock = clock;
    }

    /** Fails with {@link org.bodywork.bookings.opening.domain.NotOffered} for an unknown therapist or treatment. */
    public Mono<OpenDays> find(OpeningsQuery query) {
        return Mono.defer(
                () -> cache.find(query, clock.now()).map(Mono::just).orElseGet(() -> fill(query, cache.begin())));
    }

    private Mono<OpenDays> fill(OpeningsQuery query, Fill fill) {
        return fresh.listing(query.therapist())
                .flatMap(listing -> fresh.of(listing, listing.treatment(query.treatment()), query.from(), query.to())
                        .doOnNext(days -> cache.remember(fill, query, listing, days)));
    }
}
