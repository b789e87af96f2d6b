package org.bodywork.allinone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.bodywork.allinone.terminal.Trouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoresTest {

    private static final List<String> BOTH = List.of("mongod", "kafka");

    @TempDir
    Path root;

    private Stores stores;

    @BeforeEach
    void makeStores() {
        stores = new Stores(DataFolder.at(root));
    }

    @Test
    void makesTheFoldersAtTheFirstStart() {
        stores.claim(BOTH);

        assertThat(stores.files("mongod")).isDirectory();
        assertThat(stores.files("kafka")).isDirectory();
    }

    @Test
    void acceptsTheStoresThatBeganTogether() throws Exception {
        stores.claim(BOTH);
        Files.createFile(stores.files("kafka").resolve("segment"));

        stores.claim(BOTH);

        assertThat(stores.files("kafka").resolve("segment")).exists();
    }

    @Test
    void refusesABrokerWhoseDatabaseIsGone() {
        stores.claim(BOTH);

        assertThatThrownBy(() -> stores.claim(List.of("mongo-embedded", "kafka")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("has no mongo-embedded that belongs to its other stores");
    }

    @Test
    void refusesABrokerOfAnotherFolder(@TempDir Path elsewhere) throws Exception {
        stores.claim(BOTH);
        new Stores(DataFolder.at(elsewhere)).claim(BOTH);
        Files.copy(elsewhere.resolve("kafka/id"), root.resolve("kafka/id"), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> stores.claim(BOTH)).isInstanceOf(Trouble.class).hasMessageContaining("has no kafka");
    }

    @Test
    void startsAfreshAfterACrashBeforeAnythingWasStored() throws Exception {
        stores.claim(BOTH);
        Files.delete(root.resolve("id"));

        stores.claim(BOTH);

        assertThat(root.resolve("id")).exists();
    }

    @Test
    void refusesFilesThatNobodyKnowsTheOriginOf() throws Exception {
        Files.createDirectories(stores.files("kafka"));
        Files.createFile(stores.files("kafka").resolve("segment"));

        assertThatThrownBy(() -> stores.claim(BOTH)).isInstanceOf(Trouble.class);
    }
}
