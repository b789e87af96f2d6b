package org.bodywork.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.allinone.data.Folders;

/**
 * What the broker, the embedded database and the message catcher run from: copies of the launcher's jars that keep their
 * dates for as long as they keep their contents. Each build writes its jars anew, and an AOT cache fits no jar of
 * another date.
 */
final class Libraries {

    private final Path built;
    private final Path folder;
    private final Stamp copiedFrom;

    Libraries(Home home) {
        this.built = home.libraries();
        this.folder = home.unpacked("dev-services");
        this.copiedFrom = new Stamp(folder.resolve("copied-from"));
    }

    /** Holds them in {@code lib}; whatever else lies beside them goes when they change. */
    Path folder() {
        return folder;
    }

    /** Copies them unless the same ones were copied before. */
    void refresh() {
        try {
            List<Path> jars = jars();
            if (jars.stream().allMatch(copiedFrom::isNewerThan)) {
                return;
            }
            String contents = jars.stream()
                    .map(jar -> jar.getFileName() + " " + Stamp.digest(jar))
                    .collect(Collectors.joining("\n"));
            if (!copiedFrom.says(contents)) {
                copy(jars);
            }
            copiedFrom.write(contents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> jars() throws IOException {
        try (Stream<Path> all = Files.list(built)) {
            return all.sorted().toList();
        }
    }

    private void copy(List<Path> jars) throws IOException {
        Folders.delete(folder);
        Path copies = Files.createDirectories(folder.resolve("lib"));
        for (Path jar : jars) {
            Files.copy(jar, copies.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
