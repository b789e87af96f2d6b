package org.bodywork.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusinessClockTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final BusinessClock clock = new BusinessClock(InstantSource.fixed(NOON));

    @Test
    void liesAheadOfTheMachineByItsOffset() {
        clock.moveTo(Duration.ofHours(24));

        assertThat(clock.now()).isEqualTo(NOON.plus(Duration.ofHours(24)));
    }

    @Test
    void neverGoesBack() {
        clock.moveTo(Duration.ofHours(24));

        clock.moveTo(Duration.ofHours(1));

        assertThat(clock.offset()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void tellsOfAMoveOnce() {
        List<Duration> seen = new ArrayList<>();
        clock.onMove(() -> seen.add(clock.offset()));

        clock.moveTo(Duration.ofHours(2));
        clock.moveTo(Duration.ofHours(2));

        assertThat(seen).containsExactly(Duration.ofHours(2));
    }
}
