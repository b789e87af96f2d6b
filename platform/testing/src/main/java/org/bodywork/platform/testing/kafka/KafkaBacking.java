package org.bodywork.platform.testing.kafka;

import java.util.Optional;
import org.bodywork.platform.testing.needs.Need;
import org.jspecify.annotations.Nullable;

/** A broker that tests run against: started by the first test that asks for it, ended with the JVM. */
public enum KafkaBacking {
    /** A real broker inside this JVM; on every machine. */
    BROKER(null),
    /** Testcontainers' broker, from the image named by {@code KAFKA_IMAGE}. */
    CONTAINER(Need.DOCKER);

    private final @Nullable Need need;

    KafkaBacking(@Nullable Need need) {
        this.need = need;
    }

    /** What the machine must have for this one. */
    public Optional<Need> need() {
        return Optional.ofNullable(need);
    }

    /** Host and port as clients name them in {@code bootstrap.servers}. It creates no topic by itself. */
    public String bootstrapServers() {
        return KafkaServers.running(this).bootstrapServers();
    }
}
