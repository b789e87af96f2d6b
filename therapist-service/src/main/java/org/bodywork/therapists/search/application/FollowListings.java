package org.bodywork.therapists.search.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.search.domain.Entry;
import org.bodywork.therapists.store.Dated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Keeps the index at what the listings are. It asks the listings themselves, so it does not matter who changed them, nor
 * whether anybody told of it. One call at a time.
 */
public final class FollowListings {

    private static final Logger log = LoggerFactory.getLogger(FollowListings.class);

    /** Writers' clocks may differ by less, and a write may take less to be seen. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    /** An event may take so long, while more important things are done. */
    private static final Duration TOLD_WITHIN = Duration.ofMinutes(1);

    private static final Duration KEEPS_EVERY = Duration.ofMinutes(1);
    private static final int AT_ONCE = 200;

    private final PublishedListings listings;
    private final ListingIndex index;
    private final BusinessClock clock;
    private final Scheduler threads;
    private final TakenOver taken = new TakenOver();
    private Instant upTo = Instant.EPOCH;
    private Instant kept = Instant.EPOCH;

    /**
     * The use case.
     *
     * @param threads where the index is written, which may block
     */
    public FollowListings(PublishedListings listings, ListingIndex index, BusinessClock clock, Scheduler threads) {
        this.listings = listings;
        this.index = index;
        this.clock = clock;
        this.threads = threads;
    }

    /** Brings an index from the disk up to date, or makes a new one. */
    public Mono<Void> begin() {
        return Mono.fromCallable(index::knownUpTo)
                .flatMap(known -> {
                    upTo = known.orElse(Instant.EPOCH);
                    return known.isPresent() ? catchUp(Duration.ZERO, Mono.empty()) : rebuild();
                })
                .then(onThreads(
                        () -> log.atInfo().addKeyValue("listings", index.size()).log("Search index ready")));
    }

    /** Makes the index anew from all listings; searches are answered from the old one meanwhile. */
    public Mono<Void> rebuild() {
        return Mono.defer(() -> {
            Instant began = clock.now();
            return onThreads(index::clear)
                    .thenMany(listings.all())
                    .buffer(AT_ONCE)
                    .publishOn(threads)
                    .doOnNext(index::put)
                    .then(onThreads(index::show))
                    .then(keep(began));
        });
    }

    /**
     * Takes over what was changed since the last time and nobody told of.
     *
     * @param between is done again and again meanwhile, should there be much
     */
    public Mono<Void> catchUp(Mono<Void> between) {
        return catchUp(TOLD_WITHIN, between);
    }

    private Mono<Void> catchUp(Duration grace, Mono<Void> between) {
        return Mono.defer(() -> {
            Instant began = clock.now();
            TakenOver.Look look = taken.look();
            return listings.changedSince(upTo.minus(OVERLAP))
                    .filter(change -> !change.changedAt().isAfter(began.minus(grace)))
                    .filter(look::isNew)
                    .map(Dated::value)
                    .buffer(AT_ONCE)
                    .concatMap(some -> bring(some).then(between))
                    .then(Mono.defer(() -> {
                        look.end();
                        upTo = began;
                        return kept.plus(KEEPS_EVERY).isBefore(began) ? keep(began) : Mono.empty();
                    }));
        });
    }

    /**
     * Takes over these as they are now.
     *
     * @param changes as they were told of
     */
    public Mono<Void> takeOver(Collection<Dated<UUID>> changes) {
        return bring(changes.stream().map(Dated::value).toList()).doOnSuccess(_ -> changes.forEach(taken::add));
    }

    private Mono<Void> bring(List<UUID> ids) {
        return listings.touchedBy(ids)
                .collectList()
                .publishOn(threads)
                .doOnNext(present -> put(present, ids))
                .then();
    }

    private void put(List<Entry> present, List<UUID> ids) {
        Set<String> gone = ids.stream().map(UUID::toString).collect(Collectors.toCollection(HashSet::new));
        present.forEach(entry -> gone.remove(entry.id()));
        List<Entry> changed = index.unknownAmong(present);
        Set<String> outdated = index.knownAmong(gone);
        if (changed.isEmpty() && outdated.isEmpty()) {
            // Nothing new: what is remembered of answers stays true.
            return;
        }
        index.put(changed);
        index.remove(outdated);
        index.show();
    }

    private Mono<Void> keep(Instant began) {
        return onThreads(() -> {
            index.keep(began);
            upTo = began;
            kept = began;
        });
    }

    private Mono<Void> onThreads(Runnable work) {
        return Mono.<Void>fromRunnable(work).subscribeOn(threads);
    }
}
