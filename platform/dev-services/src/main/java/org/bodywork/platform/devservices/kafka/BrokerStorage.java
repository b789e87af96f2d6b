package org.bodywork.platform.devservices.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.bodywork.platform.devservices.CannotStart;

/** The broker's folder, held for one broker: the cluster's id in a file of its own, and beside it Kafka's logs. */
final class BrokerStorage implements AutoCloseable {

    private final String logFolder;
    private final String clusterId;
    private final FolderLock lock;

    private BrokerStorage(Path folder, String clusterId, FolderLock lock) {
        this.logFolder = folder.resolve("log").toString();
        this.clusterId = clusterId;
        this.lock = lock;
    }

    /**
     * Makes the folder ready for a broker; what is in it stays.
     *
     * @throws CannotStart when another broker holds it or it cannot be used
     */
    static BrokerStorage open(Path data) {
        var folder = data.toAbsolutePath();
        try {
            Files.createDirectories(folder);
            var lock = FolderLock.take(folder);
            var storage = new BrokerStorage(folder, idIn(folder.resolve("cluster-id")), lock);
            storage.format();
            return storage;
        } catch (CannotStart refusal) {
            throw refusal;
        } catch (Exception e) {
            throw new CannotStart(
                    "Kafka cannot use the folder %s (%s). Choose another --data folder or make it writable."
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    private static String idIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(file, Uuid.randomUuid() + "\n");
        }
        return Files.readString(file).strip();
    }

    // Formatter.run declares Exception.
    private void format() throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(BrokerSettings.NODE_ID)
                .setClusterId(clusterId)
                .setDirectories(List.of(logFolder))
                .setIgnoreFormatted(true)
                .setControllerListenerName(BrokerSettings.CONTROLLER)
                .setMetadataLogDirectory(logFolder)
                .run();
    }

    String logFolder() {
        return logFolder;
    }

    String clusterId() {
        return clusterId;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
