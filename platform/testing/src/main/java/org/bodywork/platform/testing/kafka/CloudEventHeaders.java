package org.bodywork.platform.testing.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Headers of a CloudEvent in Kafka's binary mode, written out by hand: what tests send must not depend on the codec
 * they test.
 */
final class CloudEventHeaders {

    private CloudEventHeaders() {}

    static ProducerRecord<String, byte[]> on(
            ProducerRecord<String, byte[]> record, String id, String source, String type, String subject, String time) {
        add(record, "ce_specversion", "1.0");
        add(record, "ce_id", id);
        add(record, "ce_source", source);
        add(record, "ce_type", type);
        add(record, "ce_subject", subject);
        add(record, "ce_time", time);
        add(record, "content-type", "application/json");
        return record;
    }

    private static void add(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
