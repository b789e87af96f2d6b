package org.bodywork.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrariesTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    Path root;

    private Libraries libraries;
    private Path jar;
    private Path copy;

    @BeforeEach
    void build() throws IOException {
        Home home = new Home(root);
        libraries = new Libraries(home);
        jar = Files.createDirectories(home.libraries()).resolve("broker.jar");
        copy = libraries.folder().resolve("lib/broker.jar");
        Files.writeString(jar, "classes");
        libraries.refresh();
    }

    @Test
    void areCopies() {
        assertThat(copy).hasContent("classes");
    }

    @Test
    void keepTheirDateAndTheirCacheWhenABuildMakesThemAsTheyWere() throws IOException {
        Path cache = Files.createFile(libraries.folder().resolve("broker.aot"));
        Files.setLastModifiedTime(copy, LONG_AGO);
        Files.setLastModifiedTime(libraries.folder().resolve("copied-from"), LONG_AGO);
        Files.writeString(jar, "classes");

        libraries.refresh();

        assertThat(Files.getLastModifiedTime(copy)).isEqualTo(LONG_AGO);
        assertThat(cache).exists();
    }

    @Test
    void areCopiedAnewWithoutTheirCacheWhenABuildMakesOthers() throws IOException {
        Path cache = Files.createFile(libraries.folder().resolve("broker.aot"));
        Files.setLastModifiedTime(libraries.folder().resolve("copied-from"), LONG_AGO);
        Files.writeString(jar, "other classes");

        libraries.refresh();

        assertThat(copy).hasContent("other classes");
        assertThat(cache).doesNotExist();
    }
}
