package org.bodywork.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AwaitTest {

    private final AtomicInteger looks = new AtomicInteger();

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @Test
    void returnsTheFirstValueAsWanted() {
        assertThat(Await.until("three looks", looks::incrementAndGet, n -> n == 3))
                .isEqualTo(3);
        assertThat(looks).hasValue(3);
    }

    @Test
    void saysWhatItSawLastWhenTheTimeIsOver() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Await.until("a miracle", Duration.ofMillis(20), () -> "nothing", "all"::equals))
                .withMessageContaining("a miracle")
                .withMessageContaining("nothing");
    }

    @Test
    void looksOnceEvenWithoutPatience() {
        assertThat(Await.until("one look", Duration.ZERO, looks::incrementAndGet, n -> n == 1))
                .isEqualTo(1);
    }

    @Test
    void endsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Await.until("an interrupt", () -> 0, n -> n == 1))
                .withMessageContaining("Interrupted");
    }
}
