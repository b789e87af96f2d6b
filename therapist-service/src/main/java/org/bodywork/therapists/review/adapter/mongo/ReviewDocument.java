package org.bodywork.therapists.review.adapter.mongo;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bodywork.therapists.listing.domain.Tally.Counted;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.review.application.Reviews.ToCount;
import org.bodywork.therapists.review.domain.Review;
import org.bodywork.therapists.review.domain.Review.Answer;
import org.bodywork.therapists.review.domain.Review.Decision;
import org.bodywork.therapists.review.domain.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A review as stored.
 *
 * @param hiding the decision by which nobody sees it; absent while it is shown
 * @param decisions all of them; documents from before the first review was shown again have none
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
        @Nullable Boolean demo,
        @Nullable StoredAnswer answer,
        @Nullable StoredDecision hiding,
        @Nullable List<StoredDecision> decisions,
        StoredCounted counted,
        @Nullable Instant due) {

    static final String COLLECTION = "reviews";

    static ReviewDocument of(Review review, Instant due) {
        Answer answer = review.answer();
        return new ReviewDocument(
                review.id().toString(),
                review.version(),
                review.therapist().toString(),
                review.stars(),
                review.text(),
                review.writtenAt(),
                review.demo() ? true : null,
                answer == null ? null : StoredAnswer.of(answer),
                null,
                null,
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
                demo != null && demo,
                answer == null ? null : answer.answer(),
                decision());
    }

    private @Nullable Decision decision() {
        if (hiding != null) {
            return hiding.decision(true);
        }
        return decisions == null ? null : decisions.getLast().decision(false);
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

    /**
     * What was decided.
     *
     * @param hides absent in the first documents, where every decision did
     */
    record StoredDecision(@Nullable Boolean hides, String reason, String account, Instant at) {

        static StoredDecision of(Decision decision) {
            return new StoredDecision(decision.hides(), decision.reason(), decision.account(), decision.at());
        }

        Decision decision(boolean hiding) {
            return new Decision(hiding, reason, account, at);
        }
    }

    record StoredCounted(long version, int rating) {

        static StoredCounted of(Counted counted) {
            return new StoredCounted(counted.version(), counted.rating());
        }
    }
}
