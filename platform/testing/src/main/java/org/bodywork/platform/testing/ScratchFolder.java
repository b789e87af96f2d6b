package org.bodywork.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A folder of its own for a server that a test starts; closing deletes it. */
public record ScratchFolder(Path path) implements AutoCloseable {

    public static ScratchFolder create(String name) {
        try {
            return new ScratchFolder(Files.createTempDirectory("bodywork-" + name + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
