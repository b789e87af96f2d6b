package org.bodywork.allinone;

import java.nio.file.Files;
import java.nio.file.Path;

/** The project's folder, from which everything is started. */
public record Home(Path root) {

    private static final String VERSION = "1.0.0-SNAPSHOT";

    /** As {@code ./bodywork} says, else the nearest folder upwards that holds {@code ./bodywork}. */
    public static Home find() {
        String given = System.getProperty("bodywork.home");
        if (given != null) {
            return new Home(Path.of(given));
        }
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("bodywork"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("start this from within the project's folder");
            }
        }
        return new Home(folder);
    }

    public Path defaultData() {
        return root.resolve("data");
    }

    Path jar(String service) {
        return root.resolve(service).resolve("target").resolve(service + "-" + VERSION + ".jar");
    }

    /** The jars that the broker, the embedded database and the message catcher run from. */
    Path libraries() {
        return root.resolve("all-in-one/target/lib");
    }

    /** As old as the last whole build; {@code ./bodywork} builds again when a source is younger. */
    Stamp built() {
        return new Stamp(root.resolve("all-in-one/target/built"));
    }

    Path unpacked(String service) {
        return root.resolve("all-in-one/target/services").resolve(service);
    }
}
