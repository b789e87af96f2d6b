package org.bodywork.therapists.listing.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A therapist's ratings as counted so far, one review at a time.
 *
 * @param sum of all ratings that count
 * @param last what was counted last; none before the first
 */
public record Tally(int sum, int count, @Nullable Counted last) {

    public static final Tally NONE = new Tally(0, 0, null);

    /** The same with one review counted differently. */
    public Tally with(Counted next, int countedBefore) {
        return new Tally(sum - countedBefore + next.rating(), count - one(countedBefore) + one(next.rating()), next);
    }

    public @Nullable Rating rating() {
        return count == 0 ? null : new Rating(sum, count);
    }

    private static int one(int rating) {
        return rating > 0 ? 1 : 0;
    }

    /**
     * How one review was counted.
     *
     * @param version of the review
     * @param rating 1 to 5, or 0 when it does not count
     */
    public record Counted(UUID review, long version, int rating) {}
}
