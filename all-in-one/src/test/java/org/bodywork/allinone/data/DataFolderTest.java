package org.bodywork.allinone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bodywork.allinone.terminal.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path root;

    @Test
    void isMadeForItsOwnerOnly() throws Exception {
        DataFolder.at(root.resolve("data")).create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("data"))))
                .isEqualTo("rwx------");
    }

    @Test
    void saysWhatToDoWhereItCannotBeWritten() throws Exception {
        Path file = Files.createFile(root.resolve("file"));

        assertThatThrownBy(() -> DataFolder.at(file.resolve("data")).create())
                .isInstanceOf(Trouble.class)
                .hasMessageEndingWith("cannot be written; choose another with --data DIR.");
    }

    @Test
    void isHeldByOneAtATime() throws Exception {
        DataFolder folder = DataFolder.at(root);

        try (FileLock held = folder.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(folder::lock)
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("already runs on the data folder");
        }
    }

    @Test
    void tellsWhetherItIsInUse() throws Exception {
        DataFolder folder = DataFolder.at(root);
        assertThat(folder.inUse()).isFalse();

        try (FileLock held = folder.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThat(folder.inUse()).isTrue();
        }
        assertThat(folder.inUse()).isFalse();
    }
}
