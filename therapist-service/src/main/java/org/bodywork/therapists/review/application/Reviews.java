package org.bodywork.therapists.review.application;

import org.bodywork.therapists.listing.domain.Tally.Counted;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.review.domain.Review;
import org.bodywork.therapists.review.domain.Review.Decision;
import org.bodywork.therapists.review.domain.ReviewId;
import org.bodywork.therapists.store.ConcurrentChange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All reviews. What is written so that it counts differently is also noted, in the same write, as due for counting. */
public interface Reviews {

    /** Fails with {@link ConcurrentChange} when there is one under its id. */
    Mono<Void> add(Review review);

    /** Fails with {@link ConcurrentChange} when it is no longer one version behind. */
    Mono<Void> change(Review review);

    /** As changing, for what was decided about showing it; every decision is kept. */
    Mono<Void> decide(Review review, Decision made);

    /** Drops the words, and the answer that may repeat them; the stars stay. Nothing where there is no such review. */
    Mono<Void> dropWords(ReviewId id);

    Mono<Review> find(ReviewId id);

    /** Those that are not hidden, the newest first. */
    Flux<Review> shown(TherapistId therapist, int offset, int size);

    Mono<Integer> countShown(TherapistId therapist);

    /** A review and how it stands in the therapist's tally, as far as the review knows. */
    Mono<ToCount> toCount(ReviewId id);

    /**
     * Notes how a review was counted, unless it knows of a later counting. It stays due until somebody has seen that
     * this is how it counts.
     */
    Mono<Void> counted(Counted counted);

    /** Nothing is due any more, if this is still the review's version and it is counted so. */
    Mono<Void> settled(Review review);

    /**
     * A review that is due for counting.
     *
     * @param countedAs 1 to 5, or 0 while it does not count
     */
    record ToCount(Review review, int countedAs) {}
}
