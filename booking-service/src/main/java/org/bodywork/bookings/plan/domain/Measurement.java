package org.bodywork.bookings.plan.domain;

import org.jspecify.annotations.Nullable;

/**
 * How the client is right before or right after a visit.
 *
 * @param pain from 0, none, to 10, the worst there is
 * @param motion how far what hurts can be moved, in degrees from 0 to {@value #MOST_DEGREES}
 * @param function how well everyday things go, from 0, not at all, to 10, as ever
 */
public record Measurement(
        int pain, @Nullable Integer motion, @Nullable Integer function) {

    public static final int WORST = 10;
    public static final int MOST_DEGREES = 180;

    /** Shows nothing of anybody's health. */
    @Override
    public String toString() {
        return "a measurement";
    }
}
