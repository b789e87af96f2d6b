package org.bodywork.therapists.schedule.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.testing.contracts.EventContract;
import org.junit.jupiter.api.Test;

class VisitEventsTest {

    @Test
    void readsEveryStateOfAVisit() {
        List<String> types = EventContract.types().stream()
                .filter(AppointmentState::isToldBy)
                .toList();

        assertThat(types).contains("org.bodywork.appointment.confirmed.v1", "org.bodywork.appointment.cancelled.v1");
        for (String type : types) {
            EventContract.of(type).assertReadBy(json -> EventJson.read(json, AppointmentState.class));
        }
    }

    @Test
    void readsPastWhatIsAboutNoSingleVisit() {
        assertThat(AppointmentState.isToldBy("org.bodywork.appointment.checkpoint.v1"))
                .isFalse();
        assertThat(AppointmentState.isToldBy("org.bodywork.offer.made.v1")).isFalse();
    }

    @Test
    void aVisitStandsUntilItEnds() {
        assertThat(state("requested").stands()).isTrue();
        assertThat(state("confirmed").stands()).isTrue();
        assertThat(state("checked-in").stands()).isTrue();
        assertThat(state("cancelled").stands()).isFalse();
        assertThat(state("declined").stands()).isFalse();
        assertThat(state("expired").stands()).isFalse();
        assertThat(state("completed").stands()).isFalse();
        assertThat(state("no-show").stands()).isFalse();
    }

    private static AppointmentState state(String fact) {
        String json = EventContract.of("org.bodywork.appointment." + fact + ".v1")
                .example("minimal")
                .json();
        return EventJson.read(json, AppointmentState.class);
    }
}
