package org.bodywork.allinone.deadletters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** A record in a dead-letter topic. What it carries is never shown: it may hold personal data. */
record DeadLetter(ConsumerRecord<byte[], byte[]> record) {

    static final String SUFFIX = "-dlt";

    private static final String TYPE = "ce_type";
    private static final String ERROR = "bodywork-error";

    /** Where it could not be handled. */
    String source() {
        return record.topic().substring(0, record.topic().length() - SUFFIX.length());
    }

    /** Its place, what kind of event it is, and why it lies here. */
    String inWords() {
        return "%s partition %d offset %d at %s: %s: %s"
                .formatted(
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        Instant.ofEpochMilli(record.timestamp()),
                        header(TYPE),
                        header(ERROR));
    }

    /** The event as it was before it failed, in its own partition, so that the order of its key stays. */
    ProducerRecord<byte[], byte[]> forReplay() {
        ProducerRecord<byte[], byte[]> event =
                new ProducerRecord<>(source(), record.partition(), record.key(), record.value());
        for (Header header : record.headers()) {
            if (!header.key().equals(ERROR)) {
                event.headers().add(header);
            }
        }
        return event;
    }

    private String header(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "unknown" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
