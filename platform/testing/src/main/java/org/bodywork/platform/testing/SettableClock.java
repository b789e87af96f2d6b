package org.bodywork.platform.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until a test moves it; safe to read from any thread.
 *
 * <p>It is a {@code Clock}, so it may stand in for the bean that leases and back-off go by, and an {@code
 * InstantSource}, so {@code new BusinessClock(clock)} makes business time of it.
 */
public final class SettableClock extends Clock {

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private SettableClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    public static SettableClock at(Instant start) {
        return new SettableClock(new AtomicReference<>(start), ZoneOffset.UTC);
    }

    /** A clock that stands at the given time.
     *
     * @param start an ISO instant such as {@code 2026-11-24T16:00:00Z}
     */
    public static SettableClock at(String start) {
        return at(Instant.parse(start));
    }

    /** Sets the time, back too: a test may ask what a clock set right by an hour does. */
    public void set(Instant instant) {
        now.set(instant);
    }

    public void advance(Duration step) {
        now.updateAndGet(instant -> instant.plus(step));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same time in another zone: moving either moves both. */
    @Override
    public Clock withZone(ZoneId other) {
        return new SettableClock(now, other);
    }
}
