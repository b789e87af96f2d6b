package org.bodywork.bookings.plan.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.client.application.ClientRecordsInMemory;
import org.bodywork.bookings.plan.domain.Cadence;
import org.bodywork.bookings.plan.domain.Measurement;
import org.bodywork.bookings.plan.domain.Outcome;
import org.bodywork.bookings.plan.domain.PlanId;
import org.bodywork.bookings.plan.domain.Terms;
import org.bodywork.bookings.plan.domain.TreatmentPlan;
import org.bodywork.bookings.plan.domain.UsualTime;
import org.bodywork.bookings.waitlist.domain.Care;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class NeedOfTimeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ClientMarks SOMEBODY_ELSE = new ClientMarks("ref-of-bo", "key-of-bo", "1");

    private final SettableClock clock = SettableClock.at("2026-12-12T18:00:00Z");
    private final BusinessClock business = new BusinessClock(clock);
    private final ClientRecordsInMemory clients = new ClientRecordsInMemory();
    private final HealthTexts texts = new HealthTexts(clients);
    private final Known known = new Known();
    private final OnePlan plans = new OnePlan();
    private final NeedOfTime needs = new NeedOfTime(plans, new ReadPlan(plans, known, texts, business), business);

    private final Appointment first = aConfirmedAppointment().please();
    private final Appointment second =
            aConfirmedAppointment().startingAt(MONDAY_AT_TEN.plusWeeks(1)).please();
    private final ClientMarks ada = first.state().marks();

    @Test
    void isHowLongAgoTheNextVisitWasDueAndHowMuchThePainRose() {
        plans.open = weeklyFrom(first, second);
        painAfter(first, 3);
        painAfter(second, 5);
        clock.advance(Duration.ofDays(7));

        assertThat(of(ada, SOMEBODY_ELSE)).isEqualTo(Map.of(ada.key(), new Care(5, 2)));
    }

    @Test
    void isNoneWhileNothingIsDueAndPainGoesDown() {
        plans.open = weeklyFrom(first, second);
        painAfter(first, 5);
        painAfter(second, 3);

        assertThat(of(ada)).isEqualTo(Map.of(ada.key(), Care.NONE));
    }

    @Test
    void isNotKnownOfWhoHasNoPlan() {
        plans.open = weeklyFrom(first, second);

        assertThat(of(SOMEBODY_ELSE)).isEmpty();
    }

    @Test
    void isNotKnownOnceTheClientsKeyIsGone() {
        plans.open = weeklyFrom(first, second);
        clients.forget(ada.ref()).block(PATIENCE);

        assertThat(of(ada)).isEmpty();
    }

    private Map<String, Care> of(ClientMarks... people) {
        return needs.of(Set.of(people)).blockOptional(PATIENCE).orElseThrow();
    }

    private TreatmentPlan weeklyFrom(Appointment made, Appointment next) {
        var care = new org.bodywork.bookings.plan.domain.Care("neck-pain", "Turn my head", List.of(), List.of());
        Terms weekly = new Terms(6, new Cadence(7), new UsualTime(DayOfWeek.MONDAY, LocalTime.of(10, 0)));
        return texts.seal(PlanId.madeAt(made.id()), ada, care)
                .map(hidden -> TreatmentPlan.make(made, weekly, hidden, Actor.staff("june"), WEEK_BEFORE))
                .flatMap(plan -> Mono.justOrEmpty(plan.agree(WEEK_BEFORE)))
                .flatMap(plan -> Mono.justOrEmpty(plan.tookPlace(next, WEEK_BEFORE)))
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private void painAfter(Appointment visit, int pain) {
        Outcome outcome = Outcome.of(visit);
        known.outcomes.put(
                visit.id(),
                texts.seal(outcome, HealthTexts.AFTER, new Measurement(pain, null, null))
                        .map(outcome::measuredAfter)
                        .blockOptional(PATIENCE)
                        .orElseThrow());
    }

    /** What was noted of visits. */
    private static final class Known implements Outcomes {

        private final Map<AppointmentId, Outcome> outcomes = new HashMap<>();

        @Override
        public Mono<Outcome> byId(AppointmentId visit) {
            return Mono.justOrEmpty(outcomes.get(visit));
        }

        @Override
        public Flux<Outcome> byIds(Collection<AppointmentId> visits) {
            return Flux.fromIterable(visits).mapNotNull(outcomes::get);
        }

        @Override
        public Mono<Outcome> byScoreHash(String hash) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<Outcome> apply(Outcome before, Outcome after, @Nullable PlanId plan) {
            return Mono.error(new UnsupportedOperationException());
        }
    }
}
