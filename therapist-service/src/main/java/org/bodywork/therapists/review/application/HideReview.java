package org.bodywork.therapists.review.application;

import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.review.domain.Review;
import org.bodywork.therapists.review.domain.Review.Hiding;
import org.bodywork.therapists.review.domain.ReviewId;
import org.bodywork.therapists.store.ConcurrentChange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Takes a review out of sight and out of the therapist's rating. */
public final class HideReview {

    private static final int TRIES = 3;

    private static final Logger log = LoggerFactory.getLogger(HideReview.class);

    private final Reviews reviews;
    private final BusinessClock clock;

    public HideReview(Reviews reviews, BusinessClock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    /** The same again by the same operator changes nothing. */
    public Mono<Review> hide(ReviewId id, String account, String reason) {
        return Mono.defer(() -> reviews.find(id))
                .switchIfEmpty(Mono.error(ReviewRejection.UnknownReview::new))
                .flatMap(review -> hide(review, account, reason))
                .retryWhen(Retry.max(TRIES).filter(ConcurrentChange.class::isInstance));
    }

    private Mono<Review> hide(Review review, String account, String reason) {
        @Nullable Hiding known = review.hiding();
        if (known != null) {
            return known.account().equals(account) ? Mono.just(review) : Mono.error(ReviewRejection.HiddenBefore::new);
        }
        Review hidden = review.hidden(new Hiding(reason, account, clock.now()));
        return reviews.change(hidden)
                .doOnSuccess(_ -> log.atInfo()
                        .addKeyValue("review", hidden.id())
                        .addKeyValue("by", account)
                        .log("Review hidden"))
                .thenReturn(hidden);
    }
}
