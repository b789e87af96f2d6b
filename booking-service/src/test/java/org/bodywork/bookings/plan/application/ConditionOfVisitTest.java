package org.bodywork.bookings.plan.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.client.application.ClientRecordsInMemory;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.plan.domain.Cadence;
import org.bodywork.bookings.plan.domain.Care;
import org.bodywork.bookings.plan.domain.PlanEntry;
import org.bodywork.bookings.plan.domain.PlanId;
import org.bodywork.bookings.plan.domain.Terms;
import org.bodywork.bookings.plan.domain.TreatmentPlan;
import org.bodywork.bookings.plan.domain.UsualTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ConditionOfVisitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ClientRecordsInMemory clients = new ClientRecordsInMemory();
    private final HealthTexts texts = new HealthTexts(clients);
    private final Appointment visit = aConfirmedAppointment().please();
    private final OnePlan plans = new OnePlan();
    private final ConditionOfVisit conditions = new ConditionOfVisit(plans, texts);

    @Test
    void isWhatTheOpenPlanSays() {
        plans.open = aPlanFor("neck-pain");

        assertThat(conditions.of(visit).block(PATIENCE)).isEqualTo("neck-pain");
    }

    @Test
    void isNotKnownWithoutAPlan() {
        assertThat(conditions.of(visit).blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void isNotKnownOnceTheClientsKeyIsGone() {
        plans.open = aPlanFor("neck-pain");
        clients.forget(visit.state().marks().ref()).block(PATIENCE);

        assertThat(conditions.of(visit).blockOptional(PATIENCE)).isEmpty();
    }

    private TreatmentPlan aPlanFor(String condition) {
        Care care = new Care(condition, "Sleep through the night", List.of(), List.of());
        return texts.seal(PlanId.madeAt(visit.id()), visit.state().marks(), care)
                .map(hidden -> TreatmentPlan.make(
                        visit,
                        new Terms(6, new Cadence(7), new UsualTime(DayOfWeek.MONDAY, LocalTime.of(10, 0))),
                        hidden,
                        Actor.staff("june"),
                        WEEK_BEFORE))
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    /** At most the one that is open. */
    private static final class OnePlan implements Plans {

        private @Nullable TreatmentPlan open;

        @Override
        public Mono<TreatmentPlan> openOf(ClientMarks client, TherapistId therapist) {
            return Mono.justOrEmpty(open)
                    .filter(plan ->
                            plan.marks().equals(client) && plan.therapist().equals(therapist));
        }

        @Override
        public Mono<TreatmentPlan> add(TreatmentPlan made) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<TreatmentPlan> apply(TreatmentPlan before, TreatmentPlan after) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<TreatmentPlan> byId(PlanId id) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<TreatmentPlan> bySecretHash(String hash) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<Void> noteReading(PlanId id, PlanEntry reading) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Flux<TreatmentPlan> ofPractice(PracticeId practice, Instant since, int most) {
            return Flux.error(new UnsupportedOperationException());
        }
    }
}
