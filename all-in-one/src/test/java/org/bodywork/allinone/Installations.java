package org.bodywork.allinone;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Installations for tests: free ports, a folder of their own, business time that can be moved. */
final class Installations {

    private Installations() {}

    /** On the embedded database, whatever this machine has. */
    static Bodywork embedded(Path data) {
        return on(data, Map.of());
    }

    /** On that mongod. */
    static Bodywork on(Path mongod, Path data) {
        return on(data, Map.of("MONGOD", mongod.toString()));
    }

    static Bodywork on(Path data, Map<String, String> environment) {
        return new Bodywork(
                Home.find(),
                new UpOptions(data, Ports.free(), true, true, false, new HashMap<>(environment)),
                line -> System.out.println("[bodywork] " + line));
    }
}
