package org.bodywork.allinone;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bodywork.allinone.http.UploadedFile;
import org.bodywork.allinone.terminal.Arguments;
import org.bodywork.allinone.terminal.Command;
import org.bodywork.allinone.terminal.Trouble;

/** Imports a CSV file of therapists, counts its rows meanwhile, and shows what could not be read. */
record ImportCommand(Home home) implements Command {

    private static final String DRY_RUN = "--dry-run";
    private static final String REPLACE = "--replace";
    private static final String WITHDRAWING = "--withdrawing";

    @Override
    public int run(List<String> typed) {
        Arguments arguments = Arguments.read(typed, Set.of(Installation.DATA, REPLACE, WITHDRAWING), Set.of(DRY_RUN));
        if (arguments.others().size() != 2 || !arguments.others().getFirst().equals("therapists")) {
            throw new Trouble("Say what to import: ./bodywork import therapists FILE.csv");
        }
        String file = arguments.others().getLast();
        Installation installation = Installation.named(arguments, home);
        State state = installation.running();
        TherapistFile.Imported imported = new TherapistFile(file, at(file))
                .importInto(
                        Service.THERAPIST.url(state.ports()),
                        query(arguments),
                        installation.calls(),
                        System.err::println,
                        System.out::println);
        System.out.println(imported.line());
        return imported.refused() == 0 ? 0 : 1;
    }

    private static String query(Arguments arguments) {
        List<String> parameters = new ArrayList<>();
        if (arguments.has(DRY_RUN)) {
            parameters.add("dryRun=true");
        }
        arguments
                .value(REPLACE)
                .ifPresent(practice ->
                        parameters.add("mode=replace&practice=" + URLEncoder.encode(practice, StandardCharsets.UTF_8)));
        arguments
                .value(WITHDRAWING)
                .ifPresent(many -> parameters.add("withdrawing=" + URLEncoder.encode(many, StandardCharsets.UTF_8)));
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }

    private static UploadedFile at(String file) {
        Path path = Path.of(file);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new Trouble("%s cannot be read; give a CSV file in UTF-8.".formatted(file));
        }
        try {
            return UploadedFile.at(path);
        } catch (IOException e) {
            throw new Trouble("%s cannot be read; give a CSV file in UTF-8.".formatted(file), e);
        }
    }
}
