package org.bodywork.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bodywork.allinone.data.Folders;
import org.bodywork.allinone.process.Jvm;
import org.bodywork.allinone.process.OneShot;
import org.bodywork.allinone.terminal.Trouble;

/**
 * A service's jar unpacked, beside the AOT cache of a training run: what lets three services start in seconds on two
 * cores. The cache fits only this folder, this Java and these options; under any other the JVM starts without it,
 * slower.
 */
final class UnpackedJar {

    /**
     * The second compiler would take half of two cores while everything starts, for speed that shows only under full
     * load; the images keep it.
     */
    private static final List<String> SMALL = List.of("-Xms48m", "-Xmx192m", "-XX:TieredStopAtLevel=1");

    private static final List<String> FAST = List.of("-Xms192m", "-Xmx192m");

    private static final String CACHE = "app.aot";

    private final Path jar;
    private final Path folder;
    private final Stamp unpackedFrom;
    private final Stamp trainedBy;

    UnpackedJar(Home home, Service service) {
        this.jar = home.jar(service.module());
        this.folder = home.unpacked(service.module());
        this.unpackedFrom = new Stamp(folder.resolve("unpacked-from"));
        this.trainedBy = new Stamp(folder.resolve("trained-by"));
    }

    Path folder() {
        return folder;
    }

    /** What runs the service in {@link #folder()}. */
    List<String> command() {
        return command(SMALL, Files.exists(cache()) ? List.of("-XX:AOTCache=" + CACHE) : List.of());
    }

    /** Unpacks the jar unless the same one was unpacked before. */
    void refresh() {
        if (!Files.exists(jar)) {
            throw new Trouble("%s is missing; make it with: mvn package".formatted(jar));
        }
        if (unpackedFrom.isNewerThan(jar)) {
            return;
        }
        String contents = Stamp.digest(jar);
        if (!unpackedFrom.says(contents)) {
            unpack();
        }
        unpackedFrom.write(contents);
    }

    /** Runs the service so that the JVM, when it ends in order, leaves an AOT cache of all that it did. */
    List<String> trainingCommand() {
        return command(SMALL, List.of("-XX:AOTCacheOutput=" + CACHE));
    }

    /** With both compilers, for figures about full load. */
    List<String> fastCommand() {
        return command(FAST, List.of());
    }

    boolean isTrained() {
        return Files.exists(cache()) && trainedBy.says(Jvm.version());
    }

    /**
     * Notes by which Java the cache was made.
     *
     * @throws IllegalStateException when the training left none
     */
    void keepTraining() {
        if (!Files.exists(cache())) {
            throw new IllegalStateException("the training left no " + cache());
        }
        trainedBy.write(Jvm.version());
    }

    private void unpack() {
        try {
            Folders.delete(folder);
            Files.createDirectories(folder);
            new OneShot(
                            folder,
                            List.of(
                                    Jvm.java(),
                                    "-Djarmode=tools",
                                    "-jar",
                                    jar.toString(),
                                    "extract",
                                    "--force",
                                    "--destination",
                                    folder.toString()))
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(List<String> memory, List<String> options) {
        List<String> rest = new ArrayList<>(options);
        rest.add("-jar");
        rest.add(jar.getFileName().toString());
        return Jvm.command(memory, rest);
    }

    private Path cache() {
        return folder.resolve(CACHE);
    }
}
