package org.bodywork.therapists.review.application;

import org.bodywork.therapists.listing.application.Ratings;
import org.bodywork.therapists.listing.domain.Tally;
import org.bodywork.therapists.listing.domain.Tally.Counted;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.review.application.Reviews.ToCount;
import org.bodywork.therapists.review.domain.Review;
import org.bodywork.therapists.review.domain.ReviewId;
import org.bodywork.therapists.store.ConcurrentChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Brings a review into its therapist's tally: once, whoever dies or comes again in between.
 *
 * <p>The tally remembers what was counted last, and whoever counts next first lets that review know. So each review that
 * does not know of its counting yet is the one the tally remembers, and a tally that was changed meanwhile is read anew.
 */
public final class CountReview {

    private static final int TRIES = 20;

    private static final Logger log = LoggerFactory.getLogger(CountReview.class);

    private final Reviews reviews;
    private final Ratings ratings;

    public CountReview(Reviews reviews, Ratings ratings) {
        this.reviews = reviews;
        this.ratings = ratings;
    }

    public Mono<Void> count(ReviewId id, TherapistId therapist) {
        return Mono.defer(() -> ratings.of(therapist))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("nobody is listed as " + therapist)))
                .flatMap(tally -> finishLast(tally).thenReturn(tally))
                // Only now: before, the review might not know of its own counting.
                .zipWhen(_ -> reviews.toCount(id))
                .flatMap(both -> bring(both.getT1(), both.getT2()))
                .retryWhen(Retry.max(TRIES).filter(ConcurrentChange.class::isInstance));
    }

    private Mono<Void> finishLast(Tally tally) {
        Counted last = tally.last();
        return last == null ? Mono.empty() : reviews.counted(last);
    }

    private Mono<Void> bring(Tally tally, ToCount due) {
        Review review = due.review();
        return due.countedAs() == review.counts()
                ? reviews.settled(review)
                : count(tally, due).then(reviews.settled(review));
    }

    private Mono<Void> count(Tally tally, ToCount due) {
        Review review = due.review();
        Counted next = new Counted(review.id().value(), review.version(), review.counts());
        Tally after = tally.with(next, due.countedAs());
        return ratings.change(review.therapist(), tally, after)
                .then(Mono.defer(() -> reviews.counted(next)))
                .doOnSuccess(_ -> log.atInfo()
                        .addKeyValue("review", review.id())
                        .addKeyValue("therapist", review.therapist())
                        .addKeyValue("reviews", after.count())
                        .log("Review counted"));
    }
}
