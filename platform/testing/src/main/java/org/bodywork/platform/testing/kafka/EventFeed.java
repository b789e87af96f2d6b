package org.bodywork.platform.testing.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bodywork.platform.testing.contracts.ExampleEvent;

/**
 * Publishes events as another service would. Each call returns when the broker has the record; the same event sent
 * twice is the same record twice, with the same {@code ce_id}.
 */
public final class EventFeed implements AutoCloseable {

    private final String source;
    private final InstantSource clock;
    private final TestProducer producer;

    private EventFeed(String source, InstantSource clock, TestProducer producer) {
        this.source = source;
        this.clock = clock;
        this.producer = producer;
    }

    /**
     * A feed of one service's events.
     *
     * @param service the name of the service that publishes, such as {@code thing-service}
     * @param clock gives each event its {@code ce_time}
     */
    public static EventFeed as(String service, String bootstrapServers, InstantSource clock) {
        return new EventFeed("/" + service, clock, new TestProducer(bootstrapServers));
    }

    public void send(ExampleEvent event) {
        send(event, clock.instant());
    }

    /**
     * Sends it as something that happened at another time.
     *
     * @param time its {@code ce_time}
     */
    public void send(ExampleEvent event, Instant time) {
        var record =
                new ProducerRecord<>(event.topic(), event.key(), event.json().getBytes(StandardCharsets.UTF_8));
        send(CloudEventHeaders.on(record, event.id(), source, event.type(), event.subject(), time.toString()));
    }

    /** Sends any record, so that a test can send what is no event at all. */
    public void send(ProducerRecord<String, byte[]> record) {
        producer.send(record);
    }

    @Override
    public void close() {
        producer.close();
    }
}
