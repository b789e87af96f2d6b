package org.bodywork.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SettableClockTest {

    private final SettableClock clock = SettableClock.at("2026-11-01T05:30:00Z");

    @Test
    void standsStillUntilItIsMoved() {
        assertThat(clock.instant()).isEqualTo("2026-11-01T05:30:00Z").isEqualTo(clock.instant());

        clock.advance(Duration.ofHours(1));

        assertThat(clock.instant()).isEqualTo("2026-11-01T06:30:00Z");
    }

    @Test
    void canBeSetBack() {
        clock.set(Instant.EPOCH);

        assertThat(clock.millis()).isZero();
    }

    @Test
    void movesItsOtherZonesWithIt() {
        var inStLouis = clock.withZone(ZoneId.of("America/Chicago"));

        clock.advance(Duration.ofDays(1));

        assertThat(inStLouis.instant()).isEqualTo(clock.instant());
        assertThat(inStLouis.getZone()).isEqualTo(ZoneId.of("America/Chicago"));
    }
}
