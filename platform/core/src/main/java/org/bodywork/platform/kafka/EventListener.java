package org.bodywork.platform.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bodywork.platform.events.BadEvent;
import org.bodywork.platform.events.EventHandler;
import org.bodywork.platform.events.EventSchemas;
import org.bodywork.platform.events.ReceivedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.MessageListener;

/**
 * The edge between Kafka's thread and reactive code: one record at a time, checked against the schema of its type
 * first. It blocks, on a virtual thread of its own.
 */
final class EventListener implements MessageListener<String, byte[]> {

    private static final Logger log = LoggerFactory.getLogger(EventListener.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventCodec codec;
    private final EventSchemas schemas;
    private final EventHandler handler;
    private final Runnable onUnknown;
    private final MeterRegistry registry;

    EventListener(
            EventCodec codec, EventSchemas schemas, EventHandler handler, Runnable onUnknown, MeterRegistry registry) {
        this.codec = codec;
        this.schemas = schemas;
        this.handler = handler;
        this.onUnknown = onUnknown;
        this.registry = registry;
    }

    @Override
    public void onMessage(ConsumerRecord<String, byte[]> record) {
        ReceivedEvent event = codec.decode(record);
        if (!schemas.knows(event.type())) {
            // A producer may be newer than we are; what it says beyond our contracts is not for us.
            onUnknown.run();
            count(record, "unknown");
            log.debug("skipped an event of unknown type {}", event.type());
            return;
        }
        List<String> faults = schemas.faults(event.type(), event.json());
        if (!faults.isEmpty()) {
            throw new BadEvent(event.type() + ": " + String.join("; ", faults));
        }
        handler.handle(event).block(PATIENCE);
        count(record, "handled");
    }

    private void count(ConsumerRecord<String, byte[]> record, String outcome) {
        registry.counter("events.consumed", "topic", record.topic(), "outcome", outcome)
                .increment();
    }
}
