package org.bodywork.bookings.plan.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.client.application.ClientRecordsInMemory;
import org.bodywork.bookings.plan.domain.Cadence;
import org.bodywork.bookings.plan.domain.Care;
import org.bodywork.bookings.plan.domain.PlanId;
import org.bodywork.bookings.plan.domain.Terms;
import org.bodywork.bookings.plan.domain.TreatmentPlan;
import org.bodywork.bookings.plan.domain.UsualTime;
import org.junit.jupiter.api.Test;

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
}
