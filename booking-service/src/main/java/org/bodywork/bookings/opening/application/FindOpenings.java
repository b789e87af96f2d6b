package org.bodywork.bookings.opening.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bodywork.bookings.opening.application.FreshOpenings.Asked;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.OpenDays;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** The openings of therapists and treatments, without a database read while nothing has changed. */
public final class FindOpenings {

    private final Listings listings;
    private final FreshOpenings fresh;
    private final OpeningsCache cache;
    private final OpeningsText text;
    private final BusinessClock clock;

    public FindOpenings(
            Listings listings, FreshOpenings fresh, OpeningsCache cache, OpeningsText text, BusinessClock clock) {
        this.listings = listings;
        this.fresh = fresh;
        this.cache = cache;
        this.text = text;
        this.clock = clock;
    }

    /** Fails with {@link org.bodywork.bookings.opening.domain.NotOffered} for an unknown therapist or treatment. */
    public Mono<Shown> find(OpeningsQuery query) {
        return find(query, Freshness.REMEMBERED);
    }

    /** As {@link #find(OpeningsQuery)}. */
    public Mono<Shown> find(OpeningsQuery query, Freshness freshness) {
        return Mono.defer(() -> known(query, freshness).map(Mono::just).orElseGet(() -> fill(query, cache.begin())));
    }

    private Optional<Shown> known(OpeningsQuery query, Freshness freshness) {
        return freshness == Freshness.AFRESH ? Optional.empty() : cache.find(query, clock.now());
    }

    /** The answers to all questions about somebody who can be booked; what is not known takes two reads for all. */
    public Mono<Map<OpeningsQuery, Shown>> findAll(List<OpeningsQuery> queries, Freshness freshness) {
        return Mono.defer(() -> {
            Map<OpeningsQuery, Shown> found = new HashMap<>();
            List<OpeningsQuery> unknown = new ArrayList<>();
            queries.forEach(query -> known(query, freshness)
                    .ifPresentOrElse(shown -> found.put(query, shown), () -> unknown.add(query)));
            return unknown.isEmpty() ? Mono.just(found) : fillAll(unknown, cache.begin(), found);
        });
    }

    private Mono<Shown> fill(OpeningsQuery query, Basis begun) {
        return listings.byId(query.therapist())
                .flatMap(listing -> fresh.of(asked(query, listing, listing.treatment(query.treatment())))
                        .map(days -> keep(begun, query, listing, days)));
    }

    private Mono<Map<OpeningsQuery, Shown>> fillAll(
            List<OpeningsQuery> queries, Basis begun, Map<OpeningsQuery, Shown> found) {
        return listings.byIds(queries.stream()
                        .map(OpeningsQuery::therapist)
                        .distinct()
                        .toList())
                .collectMap(Listing::id)
                .flatMap(read -> {
                    Map<OpeningsQuery, Asked> asked = asked(queries, read);
                    return fresh.ofAll(List.copyOf(asked.values())).map(all -> {
                        int turn = 0;
                        for (Map.Entry<OpeningsQuery, Asked> each : asked.entrySet()) {
                            found.put(
                                    each.getKey(),
                                    keep(begun, each.getKey(), each.getValue().listing(), all.get(turn++)));
                        }
                        return found;
                    });
                });
    }

    /** A listing may have changed since the question was thought of; then there is nothing to ask. */
    private static Map<OpeningsQuery, Asked> asked(List<OpeningsQuery> queries, Map<TherapistId, Listing> read) {
        Map<OpeningsQuery, Asked> asked = new LinkedHashMap<>();
        for (OpeningsQuery query : queries) {
            Listing listing = read.get(query.therapist());
            if (listing != null && listing.published()) {
                listing.treatments().stream()
                        .filter(treatment -> treatment.id().equals(query.treatment()))
                        .findFirst()
                        .ifPresent(treatment -> asked.put(query, asked(query, listing, treatment)));
            }
        }
        return asked;
    }

    private static Asked asked(OpeningsQuery query, Listing listing, Treatment treatment) {
        return new Asked(listing, treatment, query.from(), query.to());
    }

    private Shown keep(Basis begun, OpeningsQuery query, Listing listing, OpenDays days) {
        OpenDays there = days.at(query.at());
        List<ShownDay> shownDays =
                there.days().stream().map(day -> ShownDay.of(day, there.zone())).toList();
        Shown shown =
                new Shown(text.of(there), shownDays, there.validUntil(), begun.on(OpeningsCache.subjectsOf(listing)));
        cache.remember(query, shown);
        return shown;
    }
}
