package org.bodywork.allinone;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.bodywork.allinone.process.Memory;
import org.bodywork.allinone.process.Probe;
import org.bodywork.allinone.terminal.Arguments;
import org.bodywork.allinone.terminal.Command;

/** Shows what runs, a line each. */
record StatusCommand(Home home) implements Command {

    @Override
    public int run(List<String> typed) {
        Installation installation =
                Installation.named(Arguments.read(typed, Set.of(Installation.DATA), Set.of()), home);
        State state = installation.running();
        System.out.println("Data folder " + installation.folder());
        state.processes().forEach(entry -> show(entry, state.ports()));
        return everyServiceServes(state.ports()) ? 0 : 1;
    }

    private static void show(State.Entry entry, Ports ports) {
        System.out.printf(
                Locale.ROOT,
                "%-22s process %-8d %5s MB  %s%n",
                entry.name(),
                entry.pid(),
                Memory.residentMiB(entry.pid()).orElse(0),
                condition(entry, ports));
    }

    private static String condition(State.Entry entry, Ports ports) {
        if (entry.process().isEmpty()) {
            return "ended";
        }
        return Stream.of(Service.values())
                .filter(service -> service.module().equals(entry.name()))
                .map(service -> (serves(service, ports) ? "ready " : "not ready ") + service.url(ports))
                .findFirst()
                .orElse("runs");
    }

    private static boolean everyServiceServes(Ports ports) {
        return Stream.of(Service.values()).allMatch(service -> serves(service, ports));
    }

    private static boolean serves(Service service, Ports ports) {
        return new Probe(service.readiness(ports)).isServing();
    }
}
