package org.bodywork.allinone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bodywork.allinone.terminal.Arguments;
import org.bodywork.allinone.terminal.Command;
import org.bodywork.allinone.terminal.Trouble;

/** Imports a CSV file of therapists, and shows what could not be read. */
record ImportCommand(Home home) implements Command {

    @Override
    public int run(List<String> typed) {
        Arguments arguments = Arguments.read(typed, Set.of(Installation.DATA), Set.of());
        if (arguments.others().size() != 2 || !arguments.others().getFirst().equals("therapists")) {
            throw new Trouble("Say what to import: ./bodywork import therapists FILE.csv");
        }
        String file = arguments.others().getLast();
        Installation installation = Installation.named(arguments, home);
        State state = installation.running();
        List<String> report = new TherapistFile(file, read(file))
                .importInto(Service.THERAPIST.url(state.ports()), installation.calls());
        report.forEach(System.out::println);
        return report.size() == 1 ? 0 : 1;
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new Trouble("%s cannot be read; give a CSV file in UTF-8.".formatted(file), e);
        }
    }
}
