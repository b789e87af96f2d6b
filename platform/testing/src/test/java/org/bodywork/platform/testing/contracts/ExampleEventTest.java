package org.bodywork.platform.testing.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExampleEventTest {

    private final ExampleEvent therapist = ExampleEvent.of("org.bodywork.therapist.changed.v1", "full");

    @Test
    void fitsItsContractAsPublished() {
        EventContract.of(therapist.type()).assertFits(therapist.json());
    }

    @Test
    void isNamedByItsThingAndSequence() {
        var event = therapist.withId("2c2a8d4e-7a9b-4a53-9a31-0a6e8f3f0c11").withSequence(7);

        assertThat(event.id()).isEqualTo("2c2a8d4e-7a9b-4a53-9a31-0a6e8f3f0c11-7");
        assertThat(event.key()).isEqualTo("2c2a8d4e-7a9b-4a53-9a31-0a6e8f3f0c11");
        assertThat(event.subject()).isEqualTo(event.key());
        assertThat(event.topic()).isEqualTo("therapists");
    }

    @Test
    void takesTheKeyThatTopicsNames() {
        var delivery = ExampleEvent.of("org.bodywork.notification.delivery.v1", "full")
                .with("/appointmentId", "the-appointment")
                .withId("the-delivery");

        assertThat(delivery.key()).isEqualTo("the-appointment");
        assertThat(delivery.subject()).isEqualTo("the-delivery");
    }

    @Test
    void changesAPlaceWithinAList() {
        var changed = data(therapist.with("/treatments/0/minutes", 90));

        assertThat(changed.at("/treatments/0/minutes").asInt()).isEqualTo(90);
    }

    @Test
    void leavesTheOriginalAsItWas() {
        String before = therapist.json();

        var withdrawn = therapist.with("/status", "WITHDRAWN").without("licence");

        assertThat(withdrawn.json()).isNotEqualTo(before);
        assertThat(therapist.json()).isEqualTo(before);
    }

    @Test
    void canBreakItsContract() {
        var broken = therapist.without("sequence");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> EventContract.of(broken.type()).assertFits(broken.json()));
    }

    @Test
    void refusesAPlaceThatIsNotThere() {
        assertThatIllegalArgumentException().isThrownBy(() -> therapist.with("/no/such/place", 1));
    }

    private static JsonNode data(ExampleEvent event) {
        return JsonMapper.shared().readTree(event.json());
    }
}
