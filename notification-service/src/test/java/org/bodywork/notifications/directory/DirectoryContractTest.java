package org.bodywork.notifications.directory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.testing.contracts.EventContract;
import org.junit.jupiter.api.Test;

class DirectoryContractTest {

    @Test
    void readsEveryPublishedPractice() {
        EventContract practice = EventContract.of("org.bodywork.practice.changed.v1");

        practice.assertReadBy(json -> EventJson.read(json, PracticeEvent.class));

        assertThat(practice.topic()).isEqualTo(PracticeEvent.TOPIC);
    }

    @Test
    void followsARuleOfEveryMessageThatThePublishedContractNames() {
        EventContract practice = EventContract.of("org.bodywork.practice.changed.v1");
        PracticeEvent event = EventJson.read(practice.example("every-message").json(), PracticeEvent.class);

        event.rules().asRules();

        assertThat(requireNonNull(event.messageRules()))
                .extracting(PracticeRules.Rule::kind)
                .hasSameElementsAs(kindsToldToClients());
    }

    private static List<String> kindsToldToClients() {
        return Arrays.stream(MessageKind.values())
                .filter(kind -> kind.audience() == MessageKind.Audience.CLIENT)
                .map(MessageKind::name)
                .toList();
    }

    @Test
    void readsEveryPublishedTherapist() {
        EventContract therapist = EventContract.of("org.bodywork.therapist.changed.v1");

        therapist.assertReadBy(json -> EventJson.read(json, TherapistEvent.class));

        assertThat(therapist.topic()).isEqualTo(TherapistEvent.TOPIC);
    }
}
