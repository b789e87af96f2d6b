package org.bodywork.platform.control;

import java.time.Duration;
import org.bodywork.platform.loop.WorkLoop;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.context.SmartLifecycle;

/** Takes over the stored offset at start and whenever another instance has raised it. */
final class OffsetWatch implements SmartLifecycle {

    private static final Duration LOOKS_EVERY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final StoredOffset stored;
    private final BusinessClock clock;
    private final WorkLoop loop = new WorkLoop("clock-offset", LOOKS_EVERY, this::look);

    OffsetWatch(StoredOffset stored, BusinessClock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    private void look() {
        stored.read().blockOptional(PATIENCE).ifPresent(clock::moveTo);
    }

    @Override
    public void start() {
        look();
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop(PATIENCE);
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    /** After the groundwork, before anything that goes by business time. */
    @Override
    public int getPhase() {
        return 10;
    }
}
