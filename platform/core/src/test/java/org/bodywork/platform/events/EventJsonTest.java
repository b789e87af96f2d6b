package org.bodywork.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    record Thing(
            String id,
            Instant start,
            LocalDateTime localStart,
            @Nullable String note) {}

    @Test
    void leavesOutWhatIsAbsentAndWritesTimesAsText() {
        Thing thing =
                new Thing("t1", Instant.parse("2026-11-24T16:00:00Z"), LocalDateTime.parse("2026-11-24T10:00"), null);

        assertThat(EventJson.write(thing))
                .isEqualTo("{\"id\":\"t1\",\"start\":\"2026-11-24T16:00:00Z\",\"localStart\":\"2026-11-24T10:00:00\"}");
    }

    @Test
    void ignoresFieldsOfANewerProducer() {
        Thing read = EventJson.read("""
                {"id": "t1", "start": "2026-11-24T16:00:00Z", "localStart": "2026-11-24T10:00", "room": {"a": [1]}}
                """, Thing.class);

        assertThat(read.id()).isEqualTo("t1");
    }

    @Test
    void doesNotQuoteWhatItCannotRead() {
        assertThatExceptionOfType(BadEvent.class)
                .isThrownBy(() -> EventJson.read("{\"id\": \"ana@example.org\", \"start\": true}", Thing.class))
                .withMessageContaining("line 1")
                .withMessageNotContaining("ana@");
    }
}
