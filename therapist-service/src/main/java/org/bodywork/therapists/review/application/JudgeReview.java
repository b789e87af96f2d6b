package org.bodywork.therapists.review.application;

import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.review.domain.Review;
import org.bodywork.therapists.review.domain.Review.Decision;
import org.bodywork.therapists.review.domain.ReviewId;
import org.bodywork.therapists.store.ConcurrentChange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Takes a review out of sight and out of the therapist's rating, or back into both. */
public final class JudgeReview {

    private static final int TRIES = 3;

    private static final Logger log = LoggerFactory.getLogger(JudgeReview.class);

    private final Reviews reviews;
    private final BusinessClock clock;

    public JudgeReview(Reviews reviews, BusinessClock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    /** The same again by the same operator changes nothing. */
    public Mono<Review> hide(ReviewId id, String account, String reason) {
        return Mono.defer(() -> decide(id, new Decision(true, reason, account, clock.now())));
    }

    /** As hiding; a review that nobody hid is refused. */
    public Mono<Review> show(ReviewId id, String account, String reason) {
        return Mono.defer(() -> decide(id, new Decision(false, reason, account, clock.now())));
    }

    private Mono<Review> decide(ReviewId id, Decision made) {
        return Mono.defer(() -> reviews.find(id))
                .switchIfEmpty(Mono.error(ReviewRejection.UnknownReview::new))
                .flatMap(review -> review.isHidden() == made.hides() ? again(review, made) : save(review, made))
                .retryWhen(Retry.max(TRIES).filter(ConcurrentChange.class::isInstance));
    }

    private static Mono<Review> again(Review review, Decision made) {
        @Nullable Decision last = review.decision();
        return last != null && last.account().equals(made.account())
                ? Mono.just(review)
                : Mono.error(() -> new ReviewRejection.DecidedBefore(review.isHidden()));
    }

    private Mono<Review> save(Review review, Decision made) {
        Review decided = review.decided(made);
        return reviews.decide(decided, made)
                .doOnSuccess(_ -> log.atInfo()
                        .addKeyValue("review", decided.id())
                        .addKeyValue("by", made.account())
                        .addKeyValue("hidden", decided.isHidden())
                        .log("Review judged"))
                .thenReturn(decided);
    }
}
