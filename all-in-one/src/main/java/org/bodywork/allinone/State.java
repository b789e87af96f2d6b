package org.bodywork.allinone;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What runs on a data folder, for the commands that come later.
 *
 * @param processes in the order they were started, the launcher first
 */
record State(Ports ports, String kafkaServers, boolean clockControl, List<Entry> processes) {

    /** What the launcher itself is called. */
    static final String LAUNCHER = "launcher";

    /**
     * One process.
     *
     * @param started tells a process from a later one that got the same id
     */
    record Entry(String name, long pid, Instant started) {

        static Entry of(String name, ProcessHandle process) {
            return new Entry(name, process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
        }

        /** The process itself, unless it has ended. */
        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process ->
                            process.info().startInstant().orElse(Instant.EPOCH).equals(started));
        }
    }
}
