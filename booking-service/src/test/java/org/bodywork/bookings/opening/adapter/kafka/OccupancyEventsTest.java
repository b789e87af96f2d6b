package org.bodywork.bookings.opening.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.bodywork.bookings.opening.OccupancyChanged;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.testing.contracts.EventContract;
import org.junit.jupiter.api.Test;

class OccupancyEventsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final TherapistId JUNE = TherapistId.of("bc48df4a-ea4b-3308-9836-034100afb563");

    @Test
    void fitThePublishedContract() {
        for (Event event : new Event[] {
            OccupancyChanged.everythingAbout(JUNE, NOW), new OccupancyBeat("this instance", NOW).event()
        }) {
            EventContract contract = EventContract.of(event.type());
            contract.assertFits(event.json());
            assertThat(event.topic()).isEqualTo(contract.topic());
        }
    }

    @Test
    void areReadWithFieldsAddedLater() {
        EventContract.of(OccupancyChanged.TYPE).assertReadBy(json -> EventJson.read(json, OccupancyChanged.class));
        EventContract.of(OccupancyBeat.TYPE).assertReadBy(json -> EventJson.read(json, OccupancyBeat.class));
    }
}
