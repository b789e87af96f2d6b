package org.bodywork.therapists.review.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.contracts.ExampleEvent;
import org.bodywork.therapists.review.application.CompletedVisits;
import org.bodywork.therapists.review.domain.CompletedVisit;
import org.bodywork.therapists.review.domain.TokenHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class VisitCompletedTest {

    private final List<CompletedVisit> noted = new ArrayList<>();

    @Test
    void readsEveryPublishedCompletion() {
        EventContract contract = EventContract.of(VisitCompleted.TYPE);

        contract.assertReadBy(json -> EventJson.read(json, VisitCompleted.class).visit());
        assertThat(contract.topic()).isEqualTo(VisitCompleted.TOPIC);
    }

    @Test
    void keepsHashTherapistAndTime() {
        handle(VisitCompleted.TYPE, "full");

        assertThat(noted)
                .singleElement()
                .satisfies(visit -> assertThat(visit.token().value()).hasSize(43))
                .satisfies(visit -> assertThat(visit.therapist()).hasToString("bc48df4a-ea4b-3308-9836-034100afb563"))
                .satisfies(visit -> assertThat(visit.completedAt()).isEqualTo(Instant.parse("2026-11-24T17:03:41Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.bodywork.appointment.requested.v1",
                "org.bodywork.appointment.confirmed.v1",
                "org.bodywork.appointment.checked-in.v1",
                "org.bodywork.appointment.no-show.v1",
                "org.bodywork.appointment.cancelled.v1"
            })
    void passesOverWhatIsNoCompletion(String type) {
        handle(type, "minimal");

        assertThat(noted).isEmpty();
    }

    private void handle(String type, String example) {
        ExampleEvent event = ExampleEvent.of(type, example);
        ReviewEvents.noting(new Noting())
                .handle(new ReceivedEvent(
                        event.topic(), event.key(), event.type(), event.subject(), Instant.EPOCH, event.json()))
                .block();
    }

    private final class Noting implements CompletedVisits {

        @Override
        public Mono<CompletedVisit> withToken(TokenHash token) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> forget(String appointment) {
            return Mono.error(new UnsupportedOperationException("nobody is forgotten here"));
        }

        @Override
        public Mono<Void> note(String appointment, long sequence, CompletedVisit visit) {
            return Mono.fromRunnable(() -> noted.add(visit));
        }
    }
}
