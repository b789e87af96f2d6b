package org.bodywork.notifications.notification.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.bodywork.platform.testing.SettableClock;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-24T16:00:00Z"));
    private final Pace pace = new Pace(50, clock);

    @Test
    void letsASecondsWorthGoAtOnceAndTheRestInTurn() {
        long atOnce = IntStream.range(0, 50).filter(_ -> pace.take().isZero()).count();
        assertThat(atOnce).isEqualTo(50);

        IntStream.range(0, 50).forEach(_ -> pace.take());

        assertThat(pace.take()).isBetween(Duration.ofMillis(960), Duration.ofMillis(1040));
    }

    @Test
    void savesUpNoMoreThanASecondsWorth() {
        clock.advance(Duration.ofHours(1));

        long atOnce = IntStream.range(0, 200).filter(_ -> pace.take().isZero()).count();

        assertThat(atOnce).isBetween(50L, 51L);
    }
}
