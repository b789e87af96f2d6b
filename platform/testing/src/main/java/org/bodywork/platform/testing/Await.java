package org.bodywork.platform.testing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition, for a bounded time, looking again every few milliseconds; the only such loop in tests. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(5);

    private Await() {}

    /**
     * Returns the first value that is as wanted; waits 20 s at most.
     *
     * @param what the wanted state in words, for the failure's message
     * @throws AssertionError when the time is over; its message holds the last value
     */
    public static <T> T until(String what, Supplier<T> value, Predicate<? super T> wanted) {
        return until(what, PATIENCE, value, wanted);
    }

    /** As {@link #until(String, Supplier, Predicate)}, with a patience of its own. */
    public static <T> T until(String what, Duration patience, Supplier<T> value, Predicate<? super T> wanted) {
        long start = System.nanoTime();
        while (true) {
            T last = value.get();
            if (wanted.test(last)) {
                return last;
            }
            if (System.nanoTime() - start >= patience.toNanos()) {
                throw new AssertionError("Not within %s: %s. Last seen: %s".formatted(patience, what, last));
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
            if (Thread.interrupted()) {
                throw new AssertionError("Interrupted while waiting: %s. Last seen: %s".formatted(what, last));
            }
        }
    }
}
