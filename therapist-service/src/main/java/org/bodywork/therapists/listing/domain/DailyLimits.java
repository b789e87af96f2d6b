package org.bodywork.therapists.listing.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much a therapist's hands can take. Minutes are hands-on minutes, multiples of 5.
 *
 * @param visits at most so many on a local date
 * @param handsOn at most so long on a local date
 * @param inARow how long at a stretch
 */
public record DailyLimits(
        @Nullable Integer visits,
        @Nullable Duration handsOn,
        @Nullable InARow inARow) {

    public static final DailyLimits NONE = new DailyLimits(null, null, null);

    private static final int MOST_VISITS = 50;
    private static final Duration DAY = Duration.ofHours(24);

    public DailyLimits {
        if (visits != null) {
            DailyLimits.visits(visits);
        }
        if (handsOn != null) {
            DailyLimits.minutes(handsOn);
        }
    }

    public static int visits(int visits) {
        if (visits < 1 || visits > MOST_VISITS) {
            throw new InvalidValue("must be 1 to " + MOST_VISITS + " visits");
        }
        return visits;
    }

    public static Duration minutes(Duration minutes) {
        return GridTime.within(Duration.ofMinutes(GridTime.MINUTES), minutes, DAY);
    }

    /**
     * Work without a rest, and the rest it asks for.
     *
     * @param most hands-on time until a rest is due
     * @param rest free of visits; a shorter gap does not count as one
     */
    public record InARow(Duration most, Duration rest) {

        public InARow {
            DailyLimits.minutes(most);
            DailyLimits.minutes(rest);
        }
    }
}
