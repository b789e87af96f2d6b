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
}
