package org.bodywork.therapists.listing.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What clients who came gave, from 1 to 5 each.
 *
 * @param sum of all
 * @param count of the reviews, at least one
 */
public record Rating(int sum, int count) {

    public static final int WORST = 1;
    public static final int BEST = 5;

    public Rating {
        if (count < 1 || sum < WORST * count || sum > (long) BEST * count) {
            throw new InvalidValue("ratings are 1 to 5 each");
        }
    }

    public double mean() {
        return (double) sum / count;
    }

    /** The mean as it is shown, to one decimal. */
    public BigDecimal rounded() {
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), 1, RoundingMode.HALF_UP);
    }
}
