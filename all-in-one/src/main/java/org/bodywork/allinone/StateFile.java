package org.bodywork.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bodywork.allinone.data.DataFolder;
import org.bodywork.allinone.data.PrivateFile;
import tools.jackson.databind.json.JsonMapper;

/** Where the launcher writes what it has started, and later commands read it. */
final class StateFile {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;

    StateFile(DataFolder folder) {
        this.file = folder.file("state.json");
    }

    void write(State state) {
        PrivateFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(state));
    }

    /** What was started last and not ended in order; empty when there is no such thing. */
    Optional<State> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readString(file), State.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
