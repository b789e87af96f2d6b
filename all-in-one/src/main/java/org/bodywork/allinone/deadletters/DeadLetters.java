package org.bodywork.allinone.deadletters;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The records of the dead-letter topics that nobody has dealt with yet. Which ones those are, the broker remembers as
 * the offsets of a consumer group.
 */
final class DeadLetters implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration ONE_POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;

    DeadLetters(String kafkaServers) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafkaServers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        DeadLetterDesk.GROUP,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** The dead-letter topics there are. */
    Set<String> topics() {
        return consumer.listTopics().keySet().stream()
                .filter(topic -> topic.endsWith(DeadLetter.SUFFIX))
                .collect(Collectors.toSet());
    }

    /** Hands out, in order within a partition, every record that is there now and not yet {@link #remember}ed. */
    void forEach(Set<String> topics, Consumer<DeadLetter> action) {
        List<TopicPartition> partitions = partitions(topics);
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        startWhereLeft(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(ONE_POLL)) {
                if (record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    action.accept(new DeadLetter(record));
                }
            }
        }
    }

    /** This record and all before it in its partition are dealt with. */
    void remember(DeadLetter letter) {
        ConsumerRecord<?, ?> record = letter.record();
        consumer.commitSync(Map.of(
                new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1)));
    }

    private List<TopicPartition> partitions(Set<String> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            consumer.partitionsFor(topic)
                    .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
        return partitions;
    }

    private void startWhereLeft(List<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> left = consumer.committed(Set.copyOf(partitions));
        consumer.beginningOffsets(partitions).forEach((partition, beginning) -> {
            OffsetAndMetadata next = left.get(partition);
            // What is older than the topic keeps has gone, dealt with or not.
            consumer.seek(partition, next == null ? beginning : Math.max(beginning, next.offset()));
        });
    }

    @Override
    public void close() {
        consumer.close();
    }
}
