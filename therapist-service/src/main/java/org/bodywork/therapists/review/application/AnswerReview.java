package org.bodywork.therapists.review.application;

import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.application.Editor;
import org.bodywork.therapists.listing.application.Therapists;
import org.bodywork.therapists.review.domain.Review;
import org.bodywork.therapists.review.domain.Review.Answer;
import org.bodywork.therapists.review.domain.ReviewId;
import org.bodywork.therapists.store.ConcurrentChange;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Lets a therapist, or their manager, answer a review for all to read. */
public final class AnswerReview {

    private static final int TRIES = 3;

    private final Reviews reviews;
    private final Therapists therapists;
    private final BusinessClock clock;

    public AnswerReview(Reviews reviews, Therapists therapists, BusinessClock clock) {
        this.reviews = reviews;
        this.therapists = therapists;
        this.clock = clock;
    }

    /** The first answer. The same one given again changes nothing; another is refused. */
    public Mono<Review> answer(ReviewId id, Editor by, String account, String text) {
        return find(id, by)
                .flatMap(review -> firstAnswer(review, account, text))
                .retryWhen(Retry.max(TRIES).filter(ConcurrentChange.class::isInstance));
    }

    /** Replaces the answer, or gives the first, on top of the version that was read. */
    public Mono<Review> replace(ReviewId id, Editor by, String account, String text, long seenVersion) {
        return find(id, by)
                .filter(review -> review.version() == seenVersion)
                .switchIfEmpty(Mono.error(ReviewRejection.Outdated::new))
                .flatMap(review -> save(review, account, text))
                .onErrorMap(ConcurrentChange.class, _ -> new ReviewRejection.Outdated());
    }

    private Mono<Review> find(ReviewId id, Editor by) {
        return Mono.defer(() -> reviews.find(id))
                .filterWhen(review -> therapists
                        .find(review.therapist())
                        .map(known -> by.mayEdit(known.value()))
                        .defaultIfEmpty(false))
                .switchIfEmpty(Mono.error(ReviewRejection.UnknownReview::new));
    }

    private Mono<Review> firstAnswer(Review review, String account, String text) {
        @Nullable Answer known = review.answer();
        if (known == null) {
            return save(review, account, text);
        }
        return known.text().equals(text) && known.account().equals(account)
                ? Mono.just(review)
                : Mono.error(ReviewRejection.AnsweredBefore::new);
    }

    private Mono<Review> save(Review review, String account, String text) {
        Review answered = review.answered(new Answer(text, account, clock.now()));
        return reviews.change(answered).thenReturn(answered);
    }
}
