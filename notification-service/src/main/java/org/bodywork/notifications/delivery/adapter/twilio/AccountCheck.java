package org.bodywork.notifications.delivery.adapter.twilio;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Refuses to start without an account; a training run for the AOT cache, which ends before this, needs none. */
@Component
final class AccountCheck implements SmartLifecycle {

    private final TwilioSettings settings;
    private volatile boolean passed;

    AccountCheck(TwilioSettings settings) {
        this.settings = settings;
    }

    @Override
    public void start() {
        settings.requireAccount();
        passed = true;
    }

    @Override
    public void stop() {
        passed = false;
    }

    @Override
    public boolean isRunning() {
        return passed;
    }

    /** Before anything that takes time. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
