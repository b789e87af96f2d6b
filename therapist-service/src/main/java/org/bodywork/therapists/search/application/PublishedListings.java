package org.bodywork.therapists.search.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bodywork.therapists.listing.application.Practices;
import org.bodywork.therapists.listing.application.Rated;
import org.bodywork.therapists.listing.application.Therapists;
import org.bodywork.therapists.listing.domain.ListingStatus;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.search.domain.Entry;
import org.bodywork.therapists.store.Dated;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The published listings, as search shows them. Therapists and practices are both named by their ids. */
public final class PublishedListings {

    private final Therapists therapists;
    private final Practices practices;

    public PublishedListings(Therapists therapists, Practices practices) {
        this.therapists = therapists;
        this.practices = practices;
    }

    Flux<Entry> all() {
        return practices
                .published()
                .collectMap(Practice::id)
                .flatMapMany(known -> Flux.concat(
                        therapists.published().concatMap(rated -> entry(rated, known)),
                        Flux.fromIterable(known.values())
                                .filter(PublishedListings::isUnclaimed)
                                .map(Entry::of)));
    }

    /** What was changed at that moment or later, published or not. */
    Flux<Dated<UUID>> changedSince(Instant moment) {
        return Flux.merge(
                therapists
                        .changedSince(moment)
                        .map(each -> new Dated<>(each.value().value(), each.changedAt())),
                practices
                        .changedSince(moment)
                        .map(each -> new Dated<>(each.value().value(), each.changedAt())));
    }

    /** These, and the therapists of these practices, as far as they are published now. */
    Flux<Entry> touchedBy(Collection<UUID> ids) {
        List<PracticeId> asPractices = ids.stream().map(PracticeId::new).toList();
        return Flux.concat(
                Flux.merge(
                                therapists.published(
                                        ids.stream().map(TherapistId::new).toList()),
                                therapists.publishedOf(asPractices))
                        .distinct(rated -> rated.therapist().id())
                        .collectList()
                        .flatMapMany(this::entries),
                practices
                        .withIds(asPractices)
                        .filter(PublishedListings::isUnclaimed)
                        .map(Entry::of));
    }

    private Flux<Entry> entries(List<Rated> found) {
        List<PracticeId> theirs = found.stream()
                .map(rated -> rated.therapist().practice())
                .distinct()
                .toList();
        return practices
                .withIds(theirs)
                .collectMap(Practice::id)
                .flatMapMany(known -> Flux.fromIterable(found).concatMap(rated -> entry(rated, known)));
    }

    /** A therapist comes after the practice is stored, so it is missing only while somebody tampers. */
    private static Mono<Entry> entry(Rated rated, Map<PracticeId, Practice> known) {
        return Mono.justOrEmpty(known.get(rated.therapist().practice()))
                .map(practice -> Entry.of(rated.therapist(), practice, rated.rating()));
    }

    private static boolean isUnclaimed(Practice practice) {
        return practice.status() == ListingStatus.PUBLISHED && !practice.claimed();
    }
}
