package org.bodywork.allinone.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of Java programs, run by the very Java this runs on. */
public final class Jvm {

    private static final List<String> QUIET =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private Jvm() {}

    public static String java() {
        return tool("java");
    }

    /** A program of the very JDK this runs on. */
    public static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** Which Java this is, to the build; an AOT cache fits no other. */
    public static String version() {
        return System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version");
    }

    /**
     * The command line of a small JVM.
     *
     * @param memory heap settings
     * @param cache of this very program
     * @param rest from the further options on
     */
    public static List<String> command(List<String> memory, Purpose purpose, AotCache cache, List<String> rest) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(memory);
        command.addAll(purpose.options(cache));
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(QUIET);
        command.addAll(rest);
        return command;
    }
}
