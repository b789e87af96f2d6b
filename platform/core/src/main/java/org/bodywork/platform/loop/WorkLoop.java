package org.bodywork.platform.loop;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A virtual thread of its own that does one piece of work each time it is woken, and at least once in every interval.
 * Rounds never overlap; an error ends its round only.
 */
public final class WorkLoop {

    private static final Logger log = LoggerFactory.getLogger(WorkLoop.class);

    private final String name;
    private final Duration interval;
    private final Runnable round;
    private final Semaphore bell = new Semaphore(0);
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean running;
    private @Nullable Thread thread;

    public WorkLoop(String name, Duration interval, Runnable round) {
        this.name = name;
        this.interval = interval;
        this.round = round;
    }

    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        thread = Thread.ofVirtual().name(name).start(this::run);
    }

    /** Asks for a round as soon as the present one has ended. Never blocks. */
    public void wake() {
        asked.set(true);
        bell.release();
    }

    public boolean isRunning() {
        return running;
    }

    /** Lets the present round finish, and the one that was asked for before, for at most the given time. */
    public synchronized void stop(Duration patience) {
        running = false;
        bell.release();
        Thread ending = thread;
        thread = null;
        if (ending == null) {
            return;
        }
        try {
            if (!ending.join(patience)) {
                ending.interrupt();
            }
        } catch (InterruptedException e) {
            ending.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running || asked.get()) {
            try {
                if (bell.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
                if (asked.getAndSet(false) || running) {
                    round.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.warn("{}: this round failed and will be tried again: {}", name, e.toString());
            }
        }
    }
}
