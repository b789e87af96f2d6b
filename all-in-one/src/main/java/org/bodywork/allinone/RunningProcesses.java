package org.bodywork.allinone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bodywork.allinone.data.DataFolder;
import org.bodywork.allinone.process.Register;
import org.bodywork.allinone.process.Watchdog;

/** Keeps the state file and the watchdog informed of what runs. */
final class RunningProcesses implements Register {

    private final StateFile file;
    private final UpOptions options;
    private final String kafkaServers;
    private final Watchdog watchdog;
    private final Consumer<String> notices;
    private final Map<String, State.Entry> entries = new LinkedHashMap<>();

    RunningProcesses(
            DataFolder folder, UpOptions options, String kafkaServers, Watchdog watchdog, Consumer<String> notices) {
        this.file = new StateFile(folder);
        this.options = options;
        this.kafkaServers = kafkaServers;
        this.watchdog = watchdog;
        this.notices = notices;
        entries.put(State.LAUNCHER, State.Entry.of(State.LAUNCHER, ProcessHandle.current()));
    }

    @Override
    public synchronized void started(String name, ProcessHandle process) {
        if (Service.isNamed(name)) {
            watchdog.startedToEndFirst(process.pid());
        } else {
            watchdog.startedToEndLast(process.pid());
        }
        entries.put(name, State.Entry.of(name, process));
        write();
    }

    @Override
    public synchronized void ended(String name, ProcessHandle process) {
        watchdog.ended(process.pid());
        entries.remove(name);
        write();
    }

    @Override
    public void notice(String line) {
        notices.accept(line);
    }

    private void write() {
        file.write(new State(options.ports(), kafkaServers, options.clockControl(), List.copyOf(entries.values())));
    }
}
