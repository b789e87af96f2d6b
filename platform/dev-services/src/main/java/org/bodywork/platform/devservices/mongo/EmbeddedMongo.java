package org.bodywork.platform.devservices.mongo;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bodywork.platform.devservices.CannotStart;
import org.bodywork.platform.devservices.Ports;

/** A server in Java that speaks MongoDB's protocol. For trying out: a kill may lose what it acknowledged. */
public final class EmbeddedMongo implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final MongoServer server;
    private final int port;

    private EmbeddedMongo(MongoServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a server on 127.0.0.1 that keeps its data in a file.
     *
     * @param data made when new
     * @param port 0 for a free one
     * @throws CannotStart when the port is busy or the folder cannot be used
     */
    public static EmbeddedMongo start(Path data, int port) {
        int free = Ports.require(LOOPBACK, port);
        return bind(fileBackend(data), free);
    }

    /** Starts a server on 127.0.0.1 that forgets everything when it is closed. */
    public static EmbeddedMongo inMemory(int port) {
        return bind(new MemoryBackend(), Ports.require(LOOPBACK, port));
    }

    private static MongoBackend fileBackend(Path data) {
        try {
            Files.createDirectories(data);
            return new H2Backend(data.toAbsolutePath().resolve("mongo.mv").toString());
        } catch (IOException | RuntimeException e) {
            throw new CannotStart(
                    "The embedded database cannot use the folder %s (%s). Choose another --data folder or stop the process that uses it."
                            .formatted(data.toAbsolutePath(), e.getMessage()),
                    e);
        }
    }

    private static EmbeddedMongo bind(MongoBackend backend, int port) {
        var server = new MongoServer(backend);
        server.bind(LOOPBACK, port);
        return new EmbeddedMongo(server, port);
    }

    public int port() {
        return port;
    }

    public String uri() {
        return "mongodb://" + LOOPBACK + ":" + port + "/";
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
