package org.bodywork.allinone;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

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

    /** A number from which on enough ports are free for {@code --port-base}. */
    static int freeBase() {
        while (true) {
            int base = Ports.free().booking();
            if (IntStream.rangeClosed(base, base + 10).allMatch(Installations::isFree)) {
                return base;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port)) {
            return probe.isBound();
        } catch (IOException | IllegalArgumentException busy) {
            return false;
        }
    }
}
