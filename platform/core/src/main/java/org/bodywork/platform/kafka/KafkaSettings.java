package org.bodywork.platform.kafka;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param replication copies of each partition of the topics we create; 1 on one machine, 3 in earnest
 */
@ConfigurationProperties("kafka")
record KafkaSettings(@DefaultValue("1") short replication) {

    KafkaSettings {
        if (replication < 1) {
            throw new IllegalArgumentException("KAFKA_REPLICATION must be at least 1");
        }
    }
}
