package org.bodywork.notifications.notification.adapter;

import java.time.Duration;
import org.bodywork.notifications.notification.application.Recovery;
import org.bodywork.platform.loop.WorkLoop;
import org.springframework.context.SmartLifecycle;

/** Looks every few seconds whether a provider that was away is back. */
final class RecoveryLoop implements SmartLifecycle {

    /** As long as a breaker stays open. */
    private static final Duration TRIES_EVERY = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final WorkLoop loop;

    RecoveryLoop(Recovery recovery) {
        this.loop =
                new WorkLoop("recovery", TRIES_EVERY, () -> recovery.tryAgain().block(PATIENCE));
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop(Duration.ofSeconds(1));
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    /** With the due work it frees. */
    @Override
    public int getPhase() {
        return 200;
    }
}
