package org.bodywork.therapists.review.application;

import org.bodywork.platform.crypto.Digests;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.review.domain.CompletedVisit;
import org.bodywork.therapists.review.domain.Review;
import org.bodywork.therapists.review.domain.ReviewId;
import org.bodywork.therapists.review.domain.TokenHash;
import org.bodywork.therapists.store.ConcurrentChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Takes the one review that a visit's token allows. Of several at once the database lets one in. */
public final class WriteReview {

    private static final Logger log = LoggerFactory.getLogger(WriteReview.class);

    private final CompletedVisits visits;
    private final Reviews reviews;
    private final BusinessClock clock;

    public WriteReview(CompletedVisits visits, Reviews reviews, BusinessClock clock) {
        this.visits = visits;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** Fails with a {@link ReviewRejection}. */
    public Mono<Review> write(String token, int stars, String text) {
        TokenHash hash = new TokenHash(Digests.sha256Base64Url(token));
        return Mono.defer(() -> visits.withToken(hash))
                .switchIfEmpty(Mono.error(ReviewRejection.UnknownToken::new))
                .flatMap(visit -> visit.mayBeReviewedAt(clock.now())
                        ? add(Review.of(visit, stars, text, clock.now()))
                        : refuse(visit));
    }

    private Mono<Review> add(Review review) {
        return reviews.add(review)
                .onErrorMap(ConcurrentChange.class, _ -> new ReviewRejection.TokenUsed())
                .doOnSuccess(_ -> log.atInfo()
                        .addKeyValue("review", review.id())
                        .addKeyValue("therapist", review.therapist())
                        .log("Review written"))
                .thenReturn(review);
    }

    /** That the visit is reviewed is said for ever. */
    private Mono<Review> refuse(CompletedVisit visit) {
        return reviews.find(ReviewId.of(visit.token()))
                .flatMap(_ -> Mono.<Review>error(ReviewRejection.TokenUsed::new))
                .switchIfEmpty(Mono.error(ReviewRejection.TokenTooOld::new));
    }
}
