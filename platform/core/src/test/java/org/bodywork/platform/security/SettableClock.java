package org.bodywork.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands still until moved. */
final class SettableClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-03-09T15:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration by) {
        now = now.plus(by);
    }
}
