package org.bodywork.therapists.review.application;

import java.time.Duration;
import java.util.List;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.application.ShowListing;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.review.domain.Review;
import org.bodywork.therapists.store.ConcurrentChange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives invented therapists invented reviews, each marked as such. Real therapists have those of real visits only. */
public final class InventReview {

    private static final int AT_ONCE = 8;

    private final ShowListing listing;
    private final Reviews reviews;
    private final BusinessClock clock;

    public InventReview(ShowListing listing, Reviews reviews, BusinessClock clock) {
        this.listing = listing;
        this.reviews = reviews;
        this.clock = clock;
    }

    /**
     * What an imagined client says.
     *
     * @param slug of the therapist
     */
    public record Invented(String slug, int stars, String text, int daysAgo) {}

    /** Adds those that are not there yet. Adds none, and fails with {@link ReviewRejection.NotADemo}, where one is of a real therapist. */
    public Mono<List<Review>> invent(List<Invented> wanted) {
        return Flux.fromIterable(wanted)
                .flatMapSequential(this::review, AT_ONCE)
                .collectList()
                .flatMap(all ->
                        Flux.fromIterable(all).flatMap(this::add, AT_ONCE).then(Mono.just(all)));
    }

    private Mono<Review> review(Invented wanted) {
        return listing.therapist(wanted.slug())
                .map(profile -> profile.value().therapist())
                .filter(Therapist::demo)
                .switchIfEmpty(Mono.error(ReviewRejection.NotADemo::new))
                .map(therapist -> Review.invented(
                        therapist.id(),
                        wanted.stars(),
                        wanted.text(),
                        clock.now().minus(Duration.ofDays(wanted.daysAgo()))));
    }

    private Mono<Void> add(Review review) {
        return reviews.add(review).onErrorComplete(ConcurrentChange.class);
    }
}
