package org.bodywork.therapists.review.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bodywork.therapists.review.domain.Review;
import org.jspecify.annotations.Nullable;

/**
 * A review as everybody sees it: it names nobody.
 *
 * @param rating 1 to 5
 * @param demo true for what was invented with the demo listings
 * @param version what If-Match demands when the answer is replaced
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReviewView(
        String id,
        String therapistId,
        int rating,
        String text,
        Instant writtenAt,
        @Nullable Boolean demo,
        @Nullable AnswerView answer,
        long version) {

    static ReviewView of(Review review) {
        Review.Answer answer = review.answer();
        return new ReviewView(
                review.id().toString(),
                review.therapist().toString(),
                review.stars(),
                review.text(),
                review.writtenAt().truncatedTo(ChronoUnit.SECONDS),
                review.demo() ? true : null,
                answer == null
                        ? null
                        : new AnswerView(answer.text(), answer.at().truncatedTo(ChronoUnit.SECONDS)),
                review.version());
    }

    /** What the therapist replied. */
    record AnswerView(String text, Instant at) {}
}
