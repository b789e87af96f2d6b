package org.bodywork.therapists.search.domain;

import org.bodywork.therapists.listing.domain.InvalidValue;

/**
 * What clients who came gave, from 1 to 5 each.
 *
 * @param sum of all
 * @param count of the reviews, at least one
 */
public record Rating(int sum, int count) {

    public Rating {
        if (count < 1 || sum < count || sum > 5L * count) {
            throw new InvalidValue("ratings are 1 to 5 each");
        }
    }

    public double mean() {
        return (double) sum / count;
    }
}
