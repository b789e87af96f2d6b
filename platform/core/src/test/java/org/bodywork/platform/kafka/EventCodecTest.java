package org.bodywork.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bodywork.platform.events.BadEvent;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.events.ReceivedEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventCodecTest {

    private static final Event CHANGED = new Event(
            "things",
            "a1",
            "org.example.thing.changed.v1",
            "a1",
            7,
            Instant.parse("2026-11-24T16:00:00Z"),
            "{\"id\":\"a1\"}");

    private final EventCodec codec = new EventCodec("some-service");

    @Test
    void writesBinaryModeAttributesAsHeaders() {
        ProducerRecord<String, byte[]> record = codec.encode(CHANGED);

        assertThat(record.topic()).isEqualTo("things");
        assertThat(record.key()).isEqualTo("a1");
        assertThat(header(record.headers(), "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record.headers(), "ce_id")).isEqualTo("a1-7");
        assertThat(header(record.headers(), "ce_source")).isEqualTo("/some-service");
        assertThat(header(record.headers(), "ce_type")).isEqualTo("org.example.thing.changed.v1");
        assertThat(header(record.headers(), "ce_subject")).isEqualTo("a1");
        assertThat(header(record.headers(), "ce_time")).isEqualTo("2026-11-24T16:00:00Z");
        assertThat(header(record.headers(), "content-type")).isEqualTo("application/json");
        assertThat(record.value()).isEqualTo("{\"id\":\"a1\"}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsWhatItWrote() {
        ProducerRecord<String, byte[]> written = codec.encode(CHANGED);

        ReceivedEvent read = codec.decode(arrived(written.key(), written.value(), written.headers()));

        assertThat(read)
                .isEqualTo(new ReceivedEvent("things", "a1", CHANGED.type(), "a1", CHANGED.time(), "{\"id\":\"a1\"}"));
    }

    @Test
    void callsARecordWithoutAttributesBad() {
        ConsumerRecord<String, byte[]> plain =
                arrived("a1", "hello".getBytes(StandardCharsets.UTF_8), new RecordHeaders());

        assertThatExceptionOfType(BadEvent.class).isThrownBy(() -> codec.decode(plain));
    }

    @Test
    void callsARecordWithoutDataBad() {
        ConsumerRecord<String, byte[]> empty =
                arrived("a1", null, codec.encode(CHANGED).headers());

        assertThatExceptionOfType(BadEvent.class).isThrownBy(() -> codec.decode(empty));
    }

    @SuppressWarnings("NullAway") // A record's value may be null although the type does not say so.
    private static ConsumerRecord<String, byte[]> arrived(String key, byte @Nullable [] value, Headers headers) {
        return new ConsumerRecord<>(
                "things", 0, 0, 0, TimestampType.CREATE_TIME, 0, 0, key, value, headers, Optional.empty());
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
