package org.bodywork.allinone.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Durations put in order. */
final class Measured {

    private final long[] nanos;

    Measured(Collection<Duration> durations) {
        if (durations.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        this.nanos = durations.stream().mapToLong(Duration::toNanos).sorted().toArray();
    }

    /** The duration that so many of a hundred do not exceed. */
    Duration percentile(int ofHundred) {
        int rank = (int) Math.ceil(ofHundred / 100.0 * nanos.length);
        return Duration.ofNanos(nanos[Math.max(rank, 1) - 1]);
    }

    /** Median, 99th percentile and maximum in milliseconds. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %d ms, p99 %d ms, max %d ms (%d)",
                percentile(50).toMillis(),
                percentile(99).toMillis(),
                percentile(100).toMillis(),
                Arrays.stream(nanos).count());
    }
}
