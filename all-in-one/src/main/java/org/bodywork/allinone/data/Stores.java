package org.bodywork.allinone.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bodywork.allinone.terminal.Trouble;

/**
 * Keeps database and broker together. A broker that remembers other events than its database would skip or repeat
 * work, so each store carries the id of the data folder it began with.
 */
public final class Stores {

    private static final String ID = "id";

    private final DataFolder folder;

    public Stores(DataFolder folder) {
        this.folder = folder;
    }

    /**
     * Makes the stores' folders at the first start; later checks that they are the ones that began together.
     *
     * @throws Trouble when they are not
     */
    public void claim(List<String> names) {
        try {
            Path id = folder.file(ID);
            if (!Files.exists(id)) {
                begin(names, id);
            }
            for (String name : names) {
                check(name, Files.readString(id));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the store of that name keeps its files. */
    public Path files(String name) {
        return folder.file(name).resolve("files");
    }

    private void begin(List<String> names, Path id) throws IOException {
        String fresh = UUID.randomUUID().toString();
        for (String name : names) {
            if (holdsFiles(name)) {
                throw mismatch(name);
            }
            Files.createDirectories(files(name));
            Files.writeString(folder.file(name).resolve(ID), fresh);
        }
        // Last, so that a crash half-way leaves a folder that still counts as new.
        Files.writeString(id, fresh);
    }

    private void check(String name, String expected) throws IOException {
        Path id = folder.file(name).resolve(ID);
        if (!Files.exists(id) || !Files.readString(id).equals(expected)) {
            throw mismatch(name);
        }
    }

    private boolean holdsFiles(String name) throws IOException {
        if (!Files.isDirectory(files(name))) {
            return false;
        }
        try (Stream<Path> found = Files.list(files(name))) {
            return found.findAny().isPresent();
        }
    }

    private Trouble mismatch(String name) {
        return new Trouble(
                "The data folder %s has no %s that belongs to its other stores; start as before (MONGOD, MONGODB_URI, KAFKA_BOOTSTRAP_SERVERS), or choose a new folder with --data DIR."
                        .formatted(folder, name));
    }
}
