package org.bodywork.platform.security;

import java.time.Duration;
import org.bodywork.platform.loop.WorkLoop;
import org.springframework.context.SmartLifecycle;

/**
 * Learns the issuer's keys before the first token comes, so that a service which has met the issuer once can check
 * tokens while it is away. Asks of memory alone for as long as what is known is fresh.
 */
final class KeysAhead implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KeySource keys;
    private final WorkLoop loop;

    KeysAhead(KeySource keys, Duration interval) {
        this.keys = keys;
        this.loop = new WorkLoop("issuer-keys", interval, this::learn);
    }

    private void learn() {
        keys.including(null).block(PATIENCE);
    }

    @Override
    public void start() {
        loop.start();
        loop.wake();
    }

    @Override
    public void stop() {
        loop.stop(PATIENCE);
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}
