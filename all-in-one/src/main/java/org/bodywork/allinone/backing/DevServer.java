package org.bodywork.allinone.backing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bodywork.allinone.process.Jvm;

/** A main class of dev-services in a JVM of its own. */
public record DevServer(Path libraries, Class<?> main, List<String> memory) {

    public List<String> command(String... options) {
        List<String> rest = new ArrayList<>();
        rest.add("-cp");
        rest.add(libraries.resolve("*").toString());
        rest.add(main.getName());
        rest.addAll(List.of(options));
        return Jvm.command(memory, rest);
    }
}
