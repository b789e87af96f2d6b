package org.bodywork.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time that business rules go by: the machine's time plus an offset that may only grow.
 *
 * <p>Leases, back-off and token life go by the unmoved {@link java.time.Clock} instead, so that moving business time
 * never lets two holders own one lease.
 */
public final class BusinessClock implements InstantSource {

    private final InstantSource steady;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
    private final List<Runnable> onMove = new CopyOnWriteArrayList<>();

    public BusinessClock(InstantSource steady) {
        this.steady = steady;
    }

    /** The business instant. */
    public Instant now() {
        return steady.instant().plus(offset.get());
    }

    @Override
    public Instant instant() {
        return now();
    }

    public Duration offset() {
        return offset.get();
    }

    /** Runs the action after every move, so that caches are dropped and due work is looked at. */
    public void onMove(Runnable action) {
        onMove.add(action);
    }

    /**
     * Moves business time so that it lies the offset ahead of the machine's. A smaller offset than the present one
     * changes nothing: business time never goes back.
     */
    public void moveTo(Duration target) {
        Duration before = offset.getAndAccumulate(target, (now, wanted) -> wanted.compareTo(now) > 0 ? wanted : now);
        if (target.compareTo(before) > 0) {
            onMove.forEach(Runnable::run);
        }
    }
}
