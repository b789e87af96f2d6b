package org.bodywork.bookings.plan.domain;

/**
 * What client and therapist agree on about time.
 *
 * @param visits how many, the one at which the plan is made among them
 */
public record Terms(int visits, Cadence every, UsualTime usual) {

    public static final int MOST_VISITS = 52;

    public Terms {
        if (visits < 1 || visits > MOST_VISITS) {
            throw new IllegalArgumentException("no number of visits: " + visits);
        }
    }

    Terms every(Cadence other) {
        return new Terms(visits, other, usual);
    }

    Terms visits(int other) {
        return new Terms(other, every, usual);
    }
}
