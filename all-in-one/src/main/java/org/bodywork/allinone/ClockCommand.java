package org.bodywork.allinone;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bodywork.allinone.terminal.Arguments;
import org.bodywork.allinone.terminal.Command;
import org.bodywork.allinone.terminal.Span;
import org.bodywork.allinone.terminal.Trouble;

/** Moves business time forward in every service. */
record ClockCommand(Home home) implements Command {

    @Override
    public int run(List<String> typed) {
        Arguments arguments = Arguments.read(typed, Set.of(Installation.DATA), Set.of());
        if (arguments.others().size() != 1) {
            throw new Trouble("Say how far to move business time, such as ./bodywork clock +24h");
        }
        Duration step = Span.parse(arguments.others().getFirst());
        Installation installation = Installation.named(arguments, home);
        State state = installation.running();
        if (!state.clockControl()) {
            throw new Trouble("Business time cannot be moved; start with ./bodywork up --clock-control");
        }
        System.out.println("Business time is now "
                + new BusinessTime(state.ports(), state.kafkaServers(), installation.calls()).move(step));
        return 0;
    }
}
