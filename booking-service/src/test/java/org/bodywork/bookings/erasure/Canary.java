package org.bodywork.bookings.erasure;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** A client whose traces are found wherever they lie: every document and every byte on every topic is looked at. */
final class Canary {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String mark = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final String phone = "+1636255" + "%04d".formatted(COUNT.incrementAndGet());

    String name() {
        return "Canary " + mark;
    }

    String email() {
        return mark + "@canary.example";
    }

    String phone() {
        return phone;
    }

    String body() {
        return "{\"email\": \"%s\"}".formatted(email());
    }

    /** The collections in which it is found. */
    Set<String> placesIn(ReactiveMongoTemplate mongo) {
        return new TreeSet<>(mongo.getCollectionNames()
                .filterWhen(collection -> mongo.find(new Query(), Document.class, collection)
                        .map(Document::toJson)
                        .any(this::isIn))
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow());
    }

    /** The topics on which it is found, in a key, a value or a header. */
    Set<String> topicsOn(String brokers) {
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        Set<String> found = new TreeSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (all.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> {
                    if (bytesOf(event).anyMatch(this::isIn)) {
                        found.add(event.topic());
                    }
                });
            }
        }
        return found;
    }

    private static Stream<String> bytesOf(ConsumerRecord<byte[], byte[]> event) {
        return Stream.concat(
                        Stream.of(event.key(), event.value()),
                        Stream.of(event.headers().toArray()).map(header -> header.value()))
                .filter(bytes -> bytes != null)
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private boolean isIn(String text) {
        return text.contains(mark) || text.contains(phone.substring(1));
    }
}
