package org.bodywork.therapists.review.application;

import java.time.Duration;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.application.ShowListing;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.review.domain.Review;
import org.bodywork.therapists.store.ConcurrentChange;
import reactor.core.publisher.Mono;

/** Gives an invented therapist invented reviews, each marked as such. Real therapists have those of real visits only. */
public final class InventReview {

    private final ShowListing listing;
    private final Reviews reviews;
    private final BusinessClock clock;

    public InventReview(ShowListing listing, Reviews reviews, BusinessClock clock) {
        this.listing = listing;
        this.reviews = reviews;
        this.clock = clock;
    }

    /**
     * Adds the review unless it is there. Fails with {@link ReviewRejection.NotADemo}.
     *
     * @param slug of the therapist
     */
    public Mono<Review> invent(String slug, int stars, String text, int daysAgo) {
        return listing.therapist(slug)
                .map(profile -> profile.value().therapist())
                .filter(Therapist::demo)
                .switchIfEmpty(Mono.error(ReviewRejection.NotADemo::new))
                .map(therapist ->
                        Review.invented(therapist.id(), stars, text, clock.now().minus(Duration.ofDays(daysAgo))))
                .flatMap(review -> reviews.add(review)
                        .onErrorComplete(ConcurrentChange.class)
                        .thenReturn(review));
    }
}
