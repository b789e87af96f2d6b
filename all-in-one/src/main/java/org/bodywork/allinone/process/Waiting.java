package org.bodywork.allinone.process;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bodywork.allinone.terminal.Trouble;

/** Looks again and again, for a bounded time. */
public final class Waiting {

    private static final long PAUSE_MILLIS = 50;

    private Waiting() {}

    /**
     * Waits until a value is as hoped.
     *
     * @param otherwise what to say about the last value when the time is over
     * @return the first value that is as hoped
     * @throws Trouble when the time is over
     */
    public static <T> T until(Supplier<T> value, Predicate<T> hoped, Duration patience, Function<T, String> otherwise) {
        long deadline = System.nanoTime() + patience.toNanos();
        T last = value.get();
        while (!hoped.test(last)) {
            if (System.nanoTime() > deadline) {
                throw new Trouble("Gave up after %d s: %s".formatted(patience.toSeconds(), otherwise.apply(last)));
            }
            pause();
            last = value.get();
        }
        return last;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Waiting was interrupted.", e);
        }
    }
}
