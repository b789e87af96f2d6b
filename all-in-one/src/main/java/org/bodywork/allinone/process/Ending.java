package org.bodywork.allinone.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes sure that a process is gone. */
public final class Ending {

    private Ending() {}

    /** Asks all of them to end, side by side, and kills those that have not after so long. */
    public static void all(List<ProcessHandle> processes, Duration patience) {
        processes.forEach(ProcessHandle::destroy);
        processes.forEach(process -> await(process, patience));
    }

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
