package org.bodywork.platform.kafka;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bodywork.platform.events.BadEvent;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.events.ReceivedEvent;

/** CloudEvents 1.0 in Kafka's binary mode: attributes as headers, the state as JSON in the record's value. */
public final class EventCodec {

    private final URI source;

    /**
     * A codec for the facts of one service.
     *
     * @param producer the name of the service whose facts these are
     */
    public EventCodec(String producer) {
        this.source = URI.create("/" + producer);
    }

    public ProducerRecord<String, byte[]> encode(Event event) {
        CloudEvent cloudEvent = CloudEventBuilder.v1()
                .withId(event.id())
                .withSource(source)
                .withType(event.type())
                .withSubject(event.aggregateId())
                .withTime(event.time().atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withData(event.json().getBytes(StandardCharsets.UTF_8))
                .build();
        return KafkaMessageFactory.<String>createWriter(event.topic(), event.key())
                .writeBinary(cloudEvent);
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws BadEvent when the record is no complete CloudEvent
     */
    public ReceivedEvent decode(ConsumerRecord<String, byte[]> record) {
        CloudEvent cloudEvent = cloudEvent(record);
        if (cloudEvent.getData() == null
                || cloudEvent.getSubject() == null
                || cloudEvent.getTime() == null
                || record.key() == null) {
            throw new BadEvent("a CloudEvent needs a key, a subject, a time and data");
        }
        return new ReceivedEvent(
                record.topic(),
                record.key(),
                cloudEvent.getType(),
                cloudEvent.getSubject(),
                cloudEvent.getTime().toInstant(),
                new String(cloudEvent.getData().toBytes(), StandardCharsets.UTF_8));
    }

    private static CloudEvent cloudEvent(ConsumerRecord<String, byte[]> record) {
        try {
            return KafkaMessageFactory.createReader(record).toEvent();
        } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException e) {
            throw new BadEvent("no CloudEvent in binary mode", e);
        }
    }
}
