package org.bodywork.platform.testing.kafka;

import org.bodywork.platform.devservices.kafka.Broker;
import org.bodywork.platform.testing.OncePerJvm;
import org.bodywork.platform.testing.ScratchFolder;
import org.bodywork.platform.testing.needs.Machine;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** Starts each kind of broker once in this JVM, without a topic, on a free port. */
final class KafkaServers {

    private static final int ANY_FREE_PORT = 0;

    private static final OncePerJvm<Server> BROKER = new OncePerJvm<>(KafkaServers::broker);
    private static final OncePerJvm<Server> CONTAINER = new OncePerJvm<>(KafkaServers::container);

    private KafkaServers() {}

    static Server running(KafkaBacking backing) {
        return switch (backing) {
            case BROKER -> BROKER.get();
            case CONTAINER -> CONTAINER.get();
        };
    }

    private static Server broker() {
        var data = ScratchFolder.create("kafka");
        var broker = Broker.start(data.path(), ANY_FREE_PORT, ANY_FREE_PORT);
        return new Server(broker.bootstrapServers(), () -> {
            broker.close();
            data.close();
        });
    }

    private static Server container() {
        var image = DockerImageName.parse(Machine.current().kafkaImage()).asCompatibleSubstituteFor("apache/kafka");
        var container = new KafkaContainer(image).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        container.start();
        return new Server(container.getBootstrapServers(), container::stop);
    }

    record Server(String bootstrapServers, Runnable stop) implements AutoCloseable {

        @Override
        public void close() {
            stop.run();
        }
    }
}
