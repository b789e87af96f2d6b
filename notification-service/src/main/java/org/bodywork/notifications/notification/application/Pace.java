package org.bodywork.notifications.notification.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A token bucket: so many a second, and after a rest as many at once as come in a second. Whoever takes a token is told
 * how long to wait for it, so nobody is turned away and nobody comes too early.
 */
final class Pace {

    private static final Duration BURST = Duration.ofSeconds(1);

    private final Duration apart;
    private final InstantSource steady;
    private final AtomicReference<Instant> nextToken;

    /**
     * A full bucket.
     *
     * @param perSecond how many may go in a second; at least one
     */
    Pace(int perSecond, InstantSource steady) {
        this.apart = Duration.ofSeconds(1).dividedBy(perSecond);
        this.steady = steady;
        this.nextToken = new AtomicReference<>(steady.instant().minus(BURST));
    }

    /** Takes a token; returns how long it is until it may be used. */
    Duration take() {
        Instant now = steady.instant();
        Instant full = now.minus(BURST);
        Instant ours = nextToken.getAndUpdate(next -> (next.isBefore(full) ? full : next).plus(apart));
        Duration wait = Duration.between(now, ours);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
