package org.bodywork.therapists.review.adapter.mongo;

import java.time.Instant;
import java.util.UUID;
import org.bodywork.therapists.listing.domain.Tally.Counted;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.review.application.Reviews.ToCount;
import org.bodywork.therapists.review.domain.Review;
import org.bodywork.therapists.review.domain.Review.Answer;
import org.bodywork.therapists.review.domain.Review.Hiding;
import org.bodywork.therapists.review.domain.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A review as stored.
 *
 * @param counted how it stands in the therapist's tally, as far as it knows
 * @param due when it is to be counted; absent once it is
 */
record ReviewDocument(
        @Id String id,
        long version,
        String therapistId,
        int stars,
        String text,
        Instant writtenAt,
        @Nullable StoredAnswer answer,
        @Nullable StoredHiding hiding,
        StoredCounted counted,
        @Nullable Instant due) {

    static final String COLLECTION = "reviews";

    static ReviewDocument of(Review review, Instant due) {
        Answer answer = review.answer();
        Hiding hiding = review.hiding();
        return new ReviewDocument(
                review.id().toString(),
                review.version(),
                review.therapist().toString(),
                review.stars(),
                review.text(),
                review.writtenAt(),
                answer == null ? null : StoredAnswer.of(answer),
                hiding == null ? null : StoredHiding.of(hiding),
                new StoredCounted(0, 0),
                due);
    }

    Review review() {
        return new Review(
                new ReviewId(UUID.fromString(id)),
                version,
                new TherapistId(UUID.fromString(therapistId)),
                stars,
                text,
                writtenAt,
                answer == null ? null : answer.answer(),
                hiding == null ? null : hiding.hiding());
    }

    ToCount toCount() {
        return new ToCount(review(), counted.rating());
    }

    record StoredAnswer(String text, String account, Instant at) {

        static StoredAnswer of(Answer answer) {
            return new StoredAnswer(answer.text(), answer.account(), answer.at());
        }

        Answer answer() {
            return new Answer(text, account, at);
        }
    }

    record StoredHiding(String reason, String account, Instant at) {

        static StoredHiding of(Hiding hiding) {
            return new StoredHiding(hiding.reason(), hiding.account(), hiding.at());
        }

        Hiding hiding() {
            return new Hiding(reason, account, at);
        }
    }

    record StoredCounted(long version, int rating) {

        static StoredCounted of(Counted counted) {
            return new StoredCounted(counted.version(), counted.rating());
        }
    }
}
