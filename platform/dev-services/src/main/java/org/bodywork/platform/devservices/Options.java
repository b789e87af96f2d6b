package org.bodywork.platform.devservices;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Settings of a main class: {@code --name value}, else the environment's {@code NAME}, else a default. */
public final class Options {

    private static final int HIGHEST_PORT = 65_535;

    private final Map<String, String> given;
    private final Map<String, String> environment;

    private Options(Map<String, String> given, Map<String, String> environment) {
        this.given = given;
        this.environment = environment;
    }

    /**
     * Reads the arguments of a main method.
     *
     * @param known option names without dashes, such as {@code smtp-port}
     * @throws CannotStart for an option that is not known or lacks its value
     */
    public static Options parse(String[] args, Map<String, String> environment, Set<String> known) {
        var given = new HashMap<String, String>();
        for (int i = 0; i < args.length; i += 2) {
            var name = args[i].startsWith("--") ? args[i].substring(2) : "";
            if (!known.contains(name) || i + 1 == args.length) {
                throw new CannotStart("Cannot read \"%s\". Give any of %s, each followed by its value."
                        .formatted(
                                args[i],
                                known.stream().sorted().map(o -> "--" + o).toList()));
            }
            given.put(name, args[i + 1]);
        }
        return new Options(given, environment);
    }

    public String text(String name, String otherwise) {
        var variable = name.toUpperCase(Locale.ROOT).replace('-', '_');
        var value = given.getOrDefault(name, environment.getOrDefault(variable, ""));
        return value.isBlank() ? otherwise : value;
    }

    public int port(String name, int otherwise) {
        var value = text(name, String.valueOf(otherwise));
        if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= HIGHEST_PORT) {
            return Integer.parseInt(value);
        }
        throw new CannotStart("--%s needs a port from 0 to %d, not \"%s\".".formatted(name, HIGHEST_PORT, value));
    }

    public Path folder(String name) {
        var value = text(name, "");
        if (value.isEmpty()) {
            throw new CannotStart("--%s is missing: give a folder that can be written.".formatted(name));
        }
        return Path.of(value);
    }
}
