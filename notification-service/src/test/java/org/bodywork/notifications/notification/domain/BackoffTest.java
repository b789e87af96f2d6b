package org.bodywork.notifications.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

    @Test
    void doublesWithEachAttempt() {
        assertThat(backoff.after(1)).hasSeconds(2);
        assertThat(backoff.after(2)).hasSeconds(4);
        assertThat(backoff.after(5)).hasSeconds(32);
    }

    @Test
    void neverGrowsBeyondTheLongest() {
        assertThat(backoff.after(Integer.MAX_VALUE)).hasMinutes(5);
    }

    @Test
    void leavesTheProviderAloneAsLongAsItAsks() {
        assertThat(backoff.after(1, Duration.ofMinutes(10))).hasMinutes(10);
        assertThat(backoff.after(3, Duration.ofSeconds(1))).hasSeconds(8);
    }
}
