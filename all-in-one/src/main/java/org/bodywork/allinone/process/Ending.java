package org.bodywork.allinone.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Makes sure that a process is gone. */
public final class Ending {

    private Ending() {}

    /** Waits so long for the end of a process that was asked to end, then kills it. */
    public static void await(ProcessHandle process, Duration patience) {
        process.onExit()
                .completeOnTimeout(process, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (process.isAlive()) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
