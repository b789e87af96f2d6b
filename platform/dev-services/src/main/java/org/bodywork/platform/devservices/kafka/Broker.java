package org.bodywork.platform.devservices.kafka;

import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.bodywork.platform.devservices.CannotStart;

/** A Kafka broker that is its own controller. What it acknowledged survives a kill and a restart on the same folder. */
public final class Broker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final BrokerSettings settings;
    private final BrokerStorage storage;

    private Broker(KafkaRaftServer server, BrokerSettings settings, BrokerStorage storage) {
        this.server = server;
        this.settings = settings;
        this.storage = storage;
    }

    /**
     * Starts a broker on 127.0.0.1 and returns once it serves.
     *
     * @param data made and formatted when new; keeps records and the cluster's id
     * @param port for clients, 0 for a free one
     * @param controllerPort used by the broker itself only, 0 for a free one
     * @throws CannotStart when a port is busy or the folder cannot be used
     */
    public static Broker start(Path data, int port, int controllerPort) {
        return start(BrokerSettings.local(data, port, controllerPort));
    }

    static Broker start(BrokerSettings wanted) {
        var settings = wanted.withFreePorts();
        var storage = BrokerStorage.open(settings.data());
        var config = KafkaConfig.fromProps(settings.properties(storage.logFolder()));
        var broker = new Broker(new KafkaRaftServer(config, Time.SYSTEM), settings, storage);
        try {
            broker.server.startup();
            return broker;
        } catch (RuntimeException e) {
            broker.close();
            throw new CannotStart("Kafka did not start (%s).".formatted(e.getMessage()), e);
        }
    }

    public int port() {
        return settings.port();
    }

    /** Host and port as clients name them in {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return settings.advertised();
    }

    /** The same for as long as the folder lives. */
    public String clusterId() {
        return storage.clusterId();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        storage.close();
    }
}
