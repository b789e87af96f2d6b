package org.bodywork.platform.testing.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventProbeIT {

    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final int PARTITIONS = 3;

    private final String servers = KafkaBacking.BROKER.bootstrapServers();
    private final String topic = "things-" + UUID.randomUUID();
    private TestProducer producer;

    @BeforeEach
    void createTopic() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
        producer = new TestProducer(servers);
    }

    @AfterEach
    void closeProducer() {
        producer.close();
    }

    @Test
    void seesWhatIsSentAfterItsMakingWithHeadersAndData() {
        try (var probe = EventProbe.on(servers, topic)) {
            send("thing-1");

            SeenEvent seen = probe.await(topic, event -> event.subject().equals("thing-1"));

            assertThat(seen.key()).isEqualTo("thing-1");
            assertThat(seen.type()).isEqualTo("thing.changed");
            assertThat(seen.text("/name")).isEqualTo("thing-1");
            assertThat(seen.headers()).containsEntry("ce_source", "/test");
        }
    }

    @Test
    void leavesOutWhatWasSentBeforeItsMaking() {
        send("old");
        try (var probe = EventProbe.on(servers, topic)) {
            send("new");

            assertThat(probe.upToNow(topic)).extracting(SeenEvent::subject).containsExactly("new");
        }
    }

    @Test
    void keepsWhatItSawForTheNextQuestion() {
        try (var probe = EventProbe.on(servers, topic)) {
            send("first");
            send("second");
            probe.await(topic, event -> event.subject().equals("second"));

            assertThat(probe.await(topic, event -> event.subject().equals("first"))
                            .key())
                    .isEqualTo("first");
        }
    }

    @Test
    void givesUpWithTheNamesOfWhatCameInstead() {
        try (var probe = EventProbe.on(servers, topic)) {
            send("another");
            probe.await(topic, event -> event.subject().equals("another"));

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(
                            () -> probe.await(topic, event -> event.subject().equals("missing"), AT_ONCE))
                    .withMessageContaining(topic)
                    .withMessageContaining("thing.changed another");
        }
    }

    @Test
    void findsNothingUnwantedOnAQuietTopic() {
        try (var probe = EventProbe.on(servers, topic)) {
            send("wanted");

            probe.none(topic, event -> event.subject().equals("unwanted"));
        }
    }

    @Test
    void findsAnUnwantedRecordOnAnyPartition() {
        try (var probe = EventProbe.on(servers, topic)) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                sendTo(partition, "unwanted-" + partition);
            }

            for (int partition = 0; partition < PARTITIONS; partition++) {
                String unwanted = "unwanted-" + partition;
                assertThatExceptionOfType(AssertionError.class)
                        .isThrownBy(
                                () -> probe.none(topic, event -> event.subject().equals(unwanted)))
                        .withMessageContaining(unwanted);
            }
        }
    }

    private void send(String subject) {
        producer.send(thing(new ProducerRecord<>(topic, subject, data(subject)), subject));
    }

    private void sendTo(int partition, String subject) {
        producer.send(thing(new ProducerRecord<>(topic, partition, subject, data(subject)), subject));
    }

    private static ProducerRecord<String, byte[]> thing(ProducerRecord<String, byte[]> record, String subject) {
        return CloudEventHeaders.on(record, subject + "-1", "/test", "thing.changed", subject, "2026-11-24T16:00:00Z");
    }

    private static byte[] data(String name) {
        return "{\"name\": \"%s\"}".formatted(name).getBytes(StandardCharsets.UTF_8);
    }
}
