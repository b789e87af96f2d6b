package org.bodywork.therapists.listing.domain;

import java.time.Duration;
import java.time.LocalTime;

/** Everything that is booked lies on a grid of five minutes. */
final class GridTime {

    static final int MINUTES = 5;

    private static final long NANOS = Duration.ofMinutes(MINUTES).toNanos();

    private GridTime() {}

    static boolean holds(int minutes) {
        return minutes % MINUTES == 0;
    }

    static boolean holds(LocalTime time) {
        return time.toNanoOfDay() % NANOS == 0;
    }

    static Duration within(Duration least, Duration time, Duration most) {
        if (time.compareTo(least) < 0 || time.compareTo(most) > 0 || time.toNanos() % NANOS != 0) {
            throw new InvalidValue(
                    "must be minutes in a multiple of 5 from %d to %d".formatted(least.toMinutes(), most.toMinutes()));
        }
        return time;
    }
}
