package org.bodywork.allinone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bodywork.platform.testing.needs.Machine;

/**
 * Where somebody types commands, with the mongod that this machine has.
 *
 * @param folder where they are
 */
record Terminal(Path folder) {

    /** What came of a command. */
    record Outcome(int code, String text) {}

    /** Types {@code ./bodywork}, by its whole path. */
    Outcome bodywork(String... arguments) throws IOException, InterruptedException {
        return run(Home.find().root().resolve("bodywork"), arguments);
    }

    Outcome run(Path program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("BODYWORK_NO_BUILD", "1");
        Machine.current().mongod().ifPresent(mongod -> builder.environment().put("MONGOD", mongod.toString()));
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), text);
    }
}
