package org.bodywork.platform.testing.kafka;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record as it lay on a topic: nothing of it is checked, so a probe sees the broken ones too.
 *
 * @param headers by name, such as {@code ce_type}; of a name that occurs twice the last
 * @param value the record's value as text
 */
public record SeenEvent(String topic, @Nullable String key, Map<String, String> headers, String value) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static SeenEvent of(ConsumerRecord<String, byte[]> record) {
        var headers = new HashMap<String, String>();
        for (Header header : record.headers()) {
            headers.put(header.key(), text(header.value()));
        }
        return new SeenEvent(record.topic(), record.key(), Map.copyOf(headers), text(record.value()));
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    /** The CloudEvents type, or an empty text. */
    public String type() {
        return headers.getOrDefault("ce_type", "");
    }

    /** What the event is about, or an empty text. */
    public String subject() {
        return headers.getOrDefault("ce_subject", "");
    }

    public JsonNode data() {
        return JSON.readTree(value);
    }

    /** One member of the data as text, such as {@code text("/actor/kind")}; empty when it is not there. */
    public String text(String pointer) {
        return data().at(pointer).asString("");
    }

    // The value may hold what no log should.
    @Override
    public String toString() {
        return topic + " " + type() + " " + subject();
    }
}
