package org.bodywork.notifications.directory;

import static org.assertj.core.api.Assertions.assertThat;

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
    void readsEveryPublishedTherapist() {
        EventContract therapist = EventContract.of("org.bodywork.therapist.changed.v1");

        therapist.assertReadBy(json -> EventJson.read(json, TherapistEvent.class));

        assertThat(therapist.topic()).isEqualTo(TherapistEvent.TOPIC);
    }
}
