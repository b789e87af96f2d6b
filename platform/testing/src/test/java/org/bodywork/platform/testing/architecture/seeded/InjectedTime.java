package org.bodywork.platform.testing.architecture.seeded;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;

/** Breaks nothing: the one place that makes the clock is a bean. */
class InjectedTime {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    Instant now(Clock clock) {
        return Instant.now(clock);
    }

    LocalDate today(Clock clock) {
        return LocalDate.now(clock);
    }
}
