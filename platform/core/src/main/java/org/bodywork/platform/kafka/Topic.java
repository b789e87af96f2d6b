package org.bodywork.platform.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * A topic as the contracts fix it.
 *
 * @param retention how long a record stays; null where compacted
 */
record Topic(
        String name,
        int partitions,
        @Nullable Duration retention,
        boolean compacted,
        boolean deadLetter,
        List<String> producers,
        List<String> consumers) {

    boolean concerns(String service) {
        return producers.contains(service) || consumers.contains(service);
    }

    Topic deadLetters(String suffix, Duration kept) {
        return new Topic(name + suffix, partitions, kept, false, false, consumers, List.of());
    }

    /**
     * @param replication copies of each partition; with three, two must have a record before it is acknowledged
     */
    NewTopic asNew(short replication) {
        Map<String, String> settings = new HashMap<>();
        settings.put(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                compacted ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE);
        if (retention != null) {
            settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
        }
        if (replication >= 3) {
            settings.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        }
        return new NewTopic(name, partitions, replication).configs(settings);
    }
}
