package org.bodywork.platform.devservices.kafka;

import java.nio.file.Path;
import java.util.Properties;
import org.bodywork.platform.devservices.Ports;

/**
 * Where a broker listens and keeps its data.
 *
 * @param bind address it listens on for clients
 * @param advertisedHost host name that clients are told to connect to
 */
record BrokerSettings(Path data, int port, int controllerPort, String bind, String advertisedHost) {

    static final int NODE_ID = 1;

    static final String CONTROLLER = "CONTROLLER";

    private static final String LOOPBACK = "127.0.0.1";

    static BrokerSettings local(Path data, int port, int controllerPort) {
        return new BrokerSettings(data, port, controllerPort, LOOPBACK, LOOPBACK);
    }

    BrokerSettings withFreePorts() {
        int client = Ports.require(bind, port);
        int controller = Ports.requireBeside(client, LOOPBACK, controllerPort);
        return new BrokerSettings(data, client, controller, bind, advertisedHost);
    }

    String advertised() {
        return advertisedHost + ":" + port;
    }

    Properties properties(String logFolder) {
        var properties = new Properties();
        properties.put("log.dirs", logFolder);
        listening(properties);
        alone(properties);
        small(properties);
        return properties;
    }

    private void listening(Properties properties) {
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", String.valueOf(NODE_ID));
        properties.put("controller.quorum.voters", NODE_ID + "@" + LOOPBACK + ":" + controllerPort);
        properties.put(
                "listeners", "CLIENT://%s:%d,CONTROLLER://%s:%d".formatted(bind, port, LOOPBACK, controllerPort));
        properties.put("advertised.listeners", "CLIENT://" + advertised());
        properties.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("inter.broker.listener.name", "CLIENT");
        properties.put("controller.listener.names", CONTROLLER);
        properties.put("auto.create.topics.enable", "false");
    }

    private static void alone(Properties properties) {
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        // A killed broker is let back in only once its last session has ended.
        properties.put("broker.session.timeout.ms", "1500");
        properties.put("broker.heartbeat.interval.ms", "300");
    }

    private static void small(Properties properties) {
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("share.coordinator.state.topic.num.partitions", "4");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        // The default, 128 MB, is a third of the heap this broker is given.
        properties.put("log.cleaner.dedupe.buffer.size", String.valueOf(8 * 1024 * 1024));
    }
}
