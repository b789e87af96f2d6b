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
 */
public record Review(
        ReviewId id,
        long version,
        TherapistId therapist,
        int stars,
        String text,
        Instant writtenAt,
        @Nullable Answer answer,
        @Nullable Hiding hiding) {

    public Review {
        if (stars < Rating.WORST || stars > Rating.BEST) {
            throw new IllegalArgumentException("stars are 1 to 5");
        }
    }

    public static Review of(CompletedVisit visit, int stars, String text, Instant now) {
        return new Review(ReviewId.of(visit.token()), 1, visit.therapist(), stars, text, now, null, null);
    }

    public boolean isHidden() {
        return hiding != null;
    }

    /** What it adds to the therapist's ratings. */
    public int counts() {
        return isHidden() ? 0 : stars;
    }

    public Review answered(Answer given) {
        return new Review(id, version + 1, therapist, stars, text, writtenAt, given, hiding);
    }

    public Review hidden(Hiding why) {
        return new Review(id, version + 1, therapist, stars, text, writtenAt, answer, why);
    }

    /**
     * What the therapist replies for all to read.
     *
     * @param account who wrote it
     */
    public record Answer(String text, String account, Instant at) {}

    /**
     * Why nobody sees it any more.
     *
     * @param reason for those who run the directory
     * @param account who decided it
     */
    public record Hiding(String reason, String account, Instant at) {}

    /** Shows nothing of what was written. */
    @Override
    public String toString() {
        return "review " + id + " at " + version;
    }
}
