package org.bodywork.platform.testing.contracts;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventContractTest {

    private static final EventContract REPUBLISH = EventContract.of("org.bodywork.republish.requested.v1");

    private final JsonMapper lenient = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void refusesDataThatDoesNotFitAndSaysWhere() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> REPUBLISH.assertFits("{\"topic\": \"therapists\", \"ids\": 5}"))
                .withMessageContaining("/ids");
    }

    @Test
    void refusesATypeThatIsNotPublished() {
        assertThatIllegalArgumentException().isThrownBy(() -> EventContract.of("org.bodywork.nothing.v1"));
    }

    @Test
    void acceptsAConsumerThatIgnoresWhatItDoesNotKnow() {
        REPUBLISH.assertReadBy(json -> lenient.readValue(json, Asked.class));
    }

    @Test
    void refusesAConsumerThatFailsOnWhatItDoesNotKnow() {
        var strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> REPUBLISH.assertReadBy(json -> strict.readValue(json, Asked.class)));
    }

    @Test
    void refusesAConsumerWhoseReadingChangesWithWhatItDoesNotKnow() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> REPUBLISH.assertReadBy(json -> lenient.readValue(json, JsonNode.class)))
                .withMessageContaining("added later");
    }

    record Asked(String topic) {}
}
