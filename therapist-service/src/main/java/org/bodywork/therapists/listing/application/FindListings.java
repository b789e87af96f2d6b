package org.bodywork.therapists.listing.application;

import java.util.List;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.Therapist;
import reactor.core.publisher.Mono;

/** Finds therapists, and after them the practices nobody has claimed yet. */
public final class FindListings {

    private final Therapists therapists;
    private final Practices practices;

    public FindListings(Therapists therapists, Practices practices) {
        this.therapists = therapists;
        this.practices = practices;
    }

    public Mono<Found> find(ListingFilter filter, long offset, int size) {
        return Mono.zip(therapists.count(filter), countUnclaimed(filter))
                .flatMap(counts -> page(filter, offset, size, counts.getT1(), counts.getT2()));
    }

    private Mono<Long> countUnclaimed(ListingFilter filter) {
        return filter.canMatchUnclaimed() ? practices.countUnclaimed(filter) : Mono.just(0L);
    }

    private Mono<Found> page(ListingFilter filter, long offset, int size, long ofTherapists, long ofPractices) {
        int therapistsHere = Math.clamp(ofTherapists - offset, 0, size);
        long practicesBefore = Math.max(0, offset - ofTherapists);
        int practicesHere = Math.clamp(ofPractices - practicesBefore, 0, size - therapistsHere);
        return Mono.zip(
                        therapistsHere == 0
                                ? Mono.just(List.<Therapist>of())
                                : therapists
                                        .matching(filter, offset, therapistsHere)
                                        .collectList(),
                        practicesHere == 0
                                ? Mono.just(List.<Practice>of())
                                : practices
                                        .unclaimed(filter, practicesBefore, practicesHere)
                                        .collectList())
                .flatMap(page -> withTheirPractices(ofTherapists + ofPractices, page.getT1(), page.getT2()));
    }

    private Mono<Found> withTheirPractices(long total, List<Therapist> page, List<Practice> unclaimed) {
        return practices
                .withIds(page.stream().map(Therapist::practice).distinct().toList())
                .collectMap(Practice::id)
                .map(known -> new Found(total, page, known, unclaimed));
    }
}
