package org.bodywork.therapists.review.domain;

import java.time.Instant;
import org.bodywork.therapists.listing.domain.Rating;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.jspecify.annotations.Nullable;

/**
 * What a client wrote about a visit. It says nothing of who that was.
 *
 * @param version rises with every change, from 1
 * @param stars 1 to 5
 * @param demo invented for an invented therapist
 * @param decision the last one about showing it; none where nobody ever doubted it
 */
public record Review(
        ReviewId id,
        long version,
        TherapistId therapist,
        int stars,
        String text,
        Instant writtenAt,
        boolean demo,
        @Nullable Answer answer,
        @Nullable Decision decision) {

    public Review {
        if (stars < Rating.WORST || stars > Rating.BEST) {
            throw new IllegalArgumentException("stars are 1 to 5");
        }
    }

    public static Review of(CompletedVisit visit, int stars, String text, Instant now) {
        return new Review(ReviewId.of(visit.token()), 1, visit.therapist(), stars, text, now, false, null, null);
    }

    /** The same words about the same therapist are the same review. */
    public static Review invented(TherapistId therapist, int stars, String text, Instant at) {
        return new Review(ReviewId.invented(therapist, text), 1, therapist, stars, text, at, true, null, null);
    }

    public boolean isHidden() {
        return decision != null && decision.hides();
    }

    /** What it adds to the therapist's ratings. */
    public int counts() {
        return isHidden() ? 0 : stars;
    }

    public Review answered(Answer given) {
        return new Review(id, version + 1, therapist, stars, text, writtenAt, demo, given, decision);
    }

    public Review decided(Decision made) {
        return new Review(id, version + 1, therapist, stars, text, writtenAt, demo, answer, made);
    }

    /**
     * What the therapist replies for all to read.
     *
     * @param account who wrote it
     */
    public record Answer(String text, String account, Instant at) {}

    /**
     * Why nobody, or why everybody again, sees it.
     *
     * @param reason for those who run the directory
     * @param account who decided it
     */
    public record Decision(boolean hides, String reason, String account, Instant at) {}

    /** Shows nothing of what was written. */
    @Override
    public String toString() {
        return "review " + id + " at " + version;
    }
}
