package org.bodywork.bookings.opening.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;

/** Time cut into cells of five minutes, numbered from the epoch: the smallest piece of time that can be claimed. */
public final class Cells {

    public static final Duration LENGTH = Duration.ofMinutes(5);

    private static final long SECONDS = LENGTH.toSeconds();

    private Cells() {}

    /** Every cell that the span touches. */
    public static LongStream of(TimeSpan span) {
        return LongStream.range(first(span), afterLast(span));
    }

    /** From the beginning of the first cell to that of the one after. */
    public static TimeSpan span(long first, long after) {
        return new TimeSpan(Instant.ofEpochSecond(SECONDS * first), Instant.ofEpochSecond(SECONDS * after));
    }

    public static long first(TimeSpan span) {
        return Math.floorDiv(span.from().getEpochSecond(), SECONDS);
    }

    public static long afterLast(TimeSpan span) {
        return Math.ceilDiv(span.until().getEpochSecond(), SECONDS);
    }

    /** Whether a cell begins at that moment. */
    public static boolean isBoundary(Instant moment) {
        return moment.getNano() == 0 && moment.getEpochSecond() % SECONDS == 0;
    }

    static void requireWhole(Duration duration, String what) {
        if (duration.toNanos() % LENGTH.toNanos() != 0) {
            throw new IllegalArgumentException(what + " is a multiple of five minutes, not " + duration);
        }
    }
}
