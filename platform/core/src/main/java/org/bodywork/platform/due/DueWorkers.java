package org.bodywork.platform.due;

import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Starts and stops this instance's workers together. */
record DueWorkers(List<DueWorker> all) implements SmartLifecycle {

    @Override
    public void start() {
        all.forEach(DueWorker::start);
    }

    /** Claims nothing more and lets what was claimed finish. */
    @Override
    public void stop() {
        all.forEach(DueWorker::stop);
    }

    @Override
    public boolean isRunning() {
        return all.stream().anyMatch(DueWorker::isRunning);
    }

    /** Stops before the outbox relay, so that what the last work wrote still goes out. */
    @Override
    public int getPhase() {
        return 200;
    }
}
