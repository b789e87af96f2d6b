package org.bodywork.therapists.search.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.testing.contracts.EventContract;
import org.junit.jupiter.api.Test;

class OpeningsContractTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T15:00:00Z");
    private static final EventContract CONTRACT = EventContract.of(OpeningsChanged.TYPE);

    @Test
    void readsEveryPublishedState() {
        CONTRACT.assertReadBy(
                json -> EventJson.read(json, OpeningsChanged.class).told(MONDAY));
        assertThat(CONTRACT.topic()).isEqualTo(OpeningsChanged.TOPIC);
    }

    @Test
    void takesTheFirstOpeningOfAnyTreatment() {
        assertThat(full().told(MONDAY).start()).isEqualTo("2026-11-24T16:00:00Z");
    }

    @Test
    void takesTheNextOneWhereTheFirstHasPassed() {
        assertThat(full().told(Instant.parse("2026-11-24T16:00:00Z")).start()).isEqualTo("2026-11-25T17:30:00Z");
    }

    @Test
    void knowsThatThereIsNone() {
        String minimal = CONTRACT.example("minimal").json();

        assertThat(EventJson.read(minimal, OpeningsChanged.class).told(MONDAY).start())
                .isNull();
    }

    private static OpeningsChanged full() {
        return EventJson.read(CONTRACT.example("full").json(), OpeningsChanged.class);
    }
}
