package org.bodywork.platform.testing.kafka;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads topics from the moment it is made, beside whoever else reads them, and keeps what it saw. For one thread.
 *
 * <p>The topics must be there; make it before what is to be seen.
 */
public final class EventProbe implements AutoCloseable {

    /** Type of the records by which the probe knows how far it has read; consumers skip what they do not know. */
    static final String MARKER_TYPE = "org.bodywork.testing.marker.v1";

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KafkaConsumer<String, byte[]> consumer;
    private final String bootstrapServers;
    private final List<TopicPartition> partitions;
    private final List<SeenEvent> seen = new ArrayList<>();

    private EventProbe(
            KafkaConsumer<String, byte[]> consumer, String bootstrapServers, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.bootstrapServers = bootstrapServers;
        this.partitions = partitions;
    }

    public static EventProbe on(String bootstrapServers, String... topics) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "allow.auto.create.topics", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = Arrays.stream(topics)
                .flatMap(topic -> consumer.partitionsFor(topic, PATIENCE).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Seeking is lazy: asking for the position makes "now" now.
        partitions.forEach(partition -> consumer.position(partition, PATIENCE));
        return new EventProbe(consumer, bootstrapServers, partitions);
    }

    /** The first event on the topic that is as wanted, seen already or coming within 20 s. */
    public SeenEvent await(String topic, Predicate<SeenEvent> wanted) {
        return await(topic, wanted, PATIENCE);
    }

    /**
     * The first event on the topic that is as wanted, seen already or coming in time.
     *
     * @throws AssertionError when the time is over; its message names the events that did come
     */
    public SeenEvent await(String topic, Predicate<SeenEvent> wanted, Duration patience) {
        long start = System.nanoTime();
        while (true) {
            Optional<SeenEvent> found = seenOn(topic).stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() - start >= patience.toNanos()) {
                throw new AssertionError("No such event on %s within %s. Seen: %s".formatted(topic, patience, seen));
            }
            read();
        }
    }

    /** Everything on the topic from the probe's making to now. */
    public List<SeenEvent> upToNow(String topic) {
        Set<String> markers = new HashSet<>(mark(topic));
        long start = System.nanoTime();
        while (!markers.isEmpty()) {
            if (System.nanoTime() - start >= PATIENCE.toNanos()) {
                throw new AssertionError("%s could not be read to its end within %s".formatted(topic, PATIENCE));
            }
            read().forEach(event -> markers.remove(event.subject()));
        }
        return seenOn(topic);
    }

    /**
     * Makes sure that nothing such is on the topic: reads up to records of its own that it sends now, so it waits for
     * nothing and misses nothing sent before. Call it when whatever might have caused such an event is known to be done.
     */
    public void none(String topic, Predicate<SeenEvent> unwanted) {
        List<SeenEvent> found = upToNow(topic).stream().filter(unwanted).toList();
        if (!found.isEmpty()) {
            throw new AssertionError("Not wanted on %s: %s"
                    .formatted(topic, found.stream().map(SeenEvent::toString).collect(joining(", "))));
        }
    }

    private List<SeenEvent> seenOn(String topic) {
        return seen.stream().filter(event -> event.topic().equals(topic)).toList();
    }

    /** Adds what has come to what was seen; returns the markers among it, which are not kept. */
    private List<SeenEvent> read() {
        var markers = new ArrayList<SeenEvent>();
        consumer.poll(POLL).forEach(record -> {
            var event = SeenEvent.of(record);
            (event.type().equals(MARKER_TYPE) ? markers : seen).add(event);
        });
        return markers;
    }

    private List<String> mark(String topic) {
        try (var producer = new TestProducer(bootstrapServers)) {
            return partitions.stream()
                    .filter(partition -> partition.topic().equals(topic))
                    .map(partition -> mark(partition, producer))
                    .toList();
        }
    }

    private static String mark(TopicPartition partition, TestProducer producer) {
        String id = UUID.randomUUID().toString();
        var marker = new ProducerRecord<>(
                partition.topic(), partition.partition(), id, "{}".getBytes(StandardCharsets.UTF_8));
        producer.send(CloudEventHeaders.on(marker, id, "/testing", MARKER_TYPE, id, "2026-01-01T00:00:00Z"));
        return id;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
