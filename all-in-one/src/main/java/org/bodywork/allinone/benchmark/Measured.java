package org.bodywork.allinone.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Durations put in order. */
final class Measured {

    private final long[] nanos;

    Measured(Collection<Duration> durations) {
        this(durations.stream().mapToLong(Duration::toNanos).toArray());
    }

    Measured(long[] nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        this.nanos = Arrays.stream(nanos).sorted().toArray();
    }

    /** The duration that so many of a hundred do not exceed. */
    Duration percentile(int ofHundred) {
        int rank = (int) Math.ceil(ofHundred / 100.0 * nanos.length);
        return Duration.ofNanos(nanos[Math.max(rank, 1) - 1]);
    }

    private double millis(int ofHundred) {
        return percentile(ofHundred).toNanos() / 1e6;
    }

    /** Median, 99th percentile and maximum in milliseconds. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms, max %.1f ms (%d)",
                millis(50),
                millis(99),
                millis(100),
                Arrays.stream(nanos).count());
    }
}
