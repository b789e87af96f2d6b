package org.bodywork.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bodywork.allinone.data.Folders;
import org.bodywork.allinone.process.AotCache;
import org.bodywork.allinone.process.Jvm;
import org.bodywork.allinone.process.OneShot;
import org.bodywork.allinone.process.Purpose;
import org.bodywork.allinone.terminal.Trouble;

/** A service's jar unpacked, beside its AOT cache: what lets three services start in seconds on two cores. */
final class UnpackedJar {

    private static final List<String> SMALL = List.of("-Xms48m", "-Xmx192m");

    private static final List<String> LOADED = List.of("-Xms192m", "-Xmx192m");

    private final Path jar;
    private final Path folder;
    private final Stamp unpackedFrom;
    private final AotCache cache;

    UnpackedJar(Home home, Service service) {
        this.jar = home.jar(service.module());
        this.folder = home.unpacked(service.module());
        this.unpackedFrom = new Stamp(folder.resolve("unpacked-from"));
        this.cache = new AotCache(folder.resolve("app.aot"));
    }

    Path folder() {
        return folder;
    }

    AotCache cache() {
        return cache;
    }

    /** What runs the service in {@link #folder()}. */
    List<String> command(Purpose purpose) {
        return Jvm.command(
                purpose == Purpose.MEASUREMENT ? LOADED : SMALL,
                purpose,
                cache,
                List.of("-jar", jar.getFileName().toString()));
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
}
