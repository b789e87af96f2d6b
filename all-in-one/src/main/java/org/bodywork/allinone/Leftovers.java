package org.bodywork.allinone;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bodywork.allinone.data.DataFolder;
import org.bodywork.allinone.process.Ending;

/** Processes that outlived a launcher that was killed; the watchdog may still be at it. */
record Leftovers(DataFolder folder) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Ends them, the services first, while what they use still serves. */
    void end() {
        StateFile file = new StateFile(folder);
        Map<Boolean, List<ProcessHandle>> left = file.read().map(State::processes).orElse(List.of()).stream()
                .filter(entry -> !entry.name().equals(State.LAUNCHER))
                .collect(Collectors.partitioningBy(
                        entry -> Service.isNamed(entry.name()),
                        Collectors.flatMapping(entry -> entry.process().stream(), Collectors.toList())));
        Ending.all(left.getOrDefault(true, List.of()), PATIENCE);
        Ending.all(left.getOrDefault(false, List.of()), PATIENCE);
        file.delete();
    }
}
