package org.bodywork.allinone;

import java.time.Duration;
import java.util.List;
import org.bodywork.allinone.data.DataFolder;
import org.bodywork.allinone.process.Ending;

/** Processes that outlived a launcher that was killed; the watchdog may still be at it. */
record Leftovers(DataFolder folder) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Ends them, the newest first, as services were started after what they use. */
    void end() {
        StateFile file = new StateFile(folder);
        file.read().map(State::processes).orElse(List.of()).reversed().stream()
                .filter(entry -> !entry.name().equals(State.LAUNCHER))
                .flatMap(entry -> entry.process().stream())
                .forEach(process -> {
                    process.destroy();
                    Ending.await(process, PATIENCE);
                });
        file.delete();
    }
}
