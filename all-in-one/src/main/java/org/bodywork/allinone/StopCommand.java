package org.bodywork.allinone;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bodywork.allinone.process.Ending;
import org.bodywork.allinone.terminal.Arguments;
import org.bodywork.allinone.terminal.Command;

/** Ends what runs on a data folder and returns once no process of it is left. */
record StopCommand(Home home) implements Command {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Override
    public int run(List<String> typed) {
        Installation installation =
                Installation.named(Arguments.read(typed, Set.of(Installation.DATA), Set.of()), home);
        State state = installation.state().orElse(null);
        if (state == null) {
            System.out.println("Bodywork does not run on the data folder %s.".formatted(installation.folder()));
            return 0;
        }
        state.processes().stream()
                .filter(entry -> entry.name().equals(State.LAUNCHER))
                .flatMap(entry -> entry.process().stream())
                .forEach(launcher -> {
                    launcher.destroy();
                    Ending.await(launcher, PATIENCE);
                });
        // Normally nothing: the launcher ends what it started.
        new Leftovers(installation.folder()).end();
        System.out.println("Bodywork has ended.");
        return 0;
    }
}
