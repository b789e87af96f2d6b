package org.bodywork.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class EventSchemasTest {

    private static final String BEAT = "org.bodywork.occupancy.beat.v1";

    private final EventSchemas schemas = new EventSchemas();

    @Test
    void acceptsAStateThatFitsAndFieldsItDoesNotKnow() {
        assertThat(schemas.faults(BEAT, """
                        {"instance": "0198c1de-6f5c-7d7e-8a7b-0d5b1c2e3f40", "at": "2026-11-24T16:00:00Z", "new": 1}
                        """)).isEmpty();
    }

    @Test
    void namesThePlaceAndTheRuleButNotTheValue() {
        assertThat(schemas.faults(BEAT, """
                        {"instance": "0198c1de-6f5c-7d7e-8a7b-0d5b1c2e3f40", "at": "someone@example.org"}
                        """))
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault).contains("/at").doesNotContain("someone"));
    }

    @Test
    void holdsDatesToTheCalendar() {
        String type = "org.bodywork.occupancy.changed.v1";

        assertThat(schemas.faults(type, """
                        {"therapistId": "0198c1de-6f5c-4d7e-8a7b-0d5b1c2e3f40", "dates": ["2026-11-31"]}
                        """)).isNotEmpty();
    }

    @Test
    void knowsNoTypeOutsideTheContracts() {
        assertThat(schemas.knows("org.example.other.v1")).isFalse();
        assertThatExceptionOfType(BadEvent.class).isThrownBy(() -> schemas.faults("org.example.other.v1", "{}"));
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatExceptionOfType(BadEvent.class).isThrownBy(() -> schemas.faults(BEAT, "{\"at\":"));
    }
}
