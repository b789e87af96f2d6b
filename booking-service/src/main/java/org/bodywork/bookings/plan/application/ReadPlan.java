package org.bodywork.bookings.plan.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.plan.domain.Care;
import org.bodywork.bookings.plan.domain.CourseOfCare;
import org.bodywork.bookings.plan.domain.NextStepPolicy;
import org.bodywork.bookings.plan.domain.Outcome;
import org.bodywork.bookings.plan.domain.PlanEntry;
import org.bodywork.bookings.plan.domain.PlanEntry.Action;
import org.bodywork.bookings.plan.domain.PlanId;
import org.bodywork.bookings.plan.domain.PlanRefusal;
import org.bodywork.bookings.plan.domain.PlannedVisit;
import org.bodywork.bookings.plan.domain.Proposal;
import org.bodywork.bookings.plan.domain.ScoredVisit;
import org.bodywork.bookings.plan.domain.TreatmentPlan;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** A plan with all that is known of its course: for the treating therapist, and for the client by secret link. */
public final class ReadPlan {

    private final Plans plans;
    private final Outcomes outcomes;
    private final HealthTexts texts;
    private final BusinessClock clock;

    public ReadPlan(Plans plans, Outcomes outcomes, HealthTexts texts, BusinessClock clock) {
        this.plans = plans;
        this.outcomes = outcomes;
        this.texts = texts;
        this.clock = clock;
    }

    /** Each reading is noted before anything is shown. */
    public Mono<Known> read(PlanId id, Colleague.Therapist therapist) {
        return theirs(id, therapist)
                .flatMap(plan -> plans.noteReading(
                                id,
                                new PlanEntry(
                                        clock.now().truncatedTo(ChronoUnit.MILLIS), therapist.actor(), Action.READ))
                        .then(Mono.defer(() -> known(plan))));
    }

    /** The same for a decision, which is noted itself. */
    Mono<Known> courseOf(PlanId id, Colleague.Therapist therapist) {
        return theirs(id, therapist).flatMap(this::known);
    }

    /** What was done with it and by whom, oldest first. */
    public Mono<List<PlanEntry>> audit(PlanId id, Colleague colleague) {
        return plans.byId(id)
                .filter(plan -> colleague.looksAfter(plan.therapist(), plan.practice()))
                .switchIfEmpty(Mono.error(PlanRefusal.NoSuchPlan::new))
                .map(plan -> plan.audit().stream()
                        .sorted(Comparator.comparing(PlanEntry::at))
                        .toList());
    }

    /** The open plan that a visit belongs to, if there is one; nothing of it is read. */
    public Mono<PlanId> openAt(Appointment visit) {
        return plans.openOf(visit.state().marks(), visit.state().visit().part().therapist())
                .map(TreatmentPlan::id);
    }

    Mono<TreatmentPlan> theirs(PlanId id, Colleague.Therapist therapist) {
        return plans.byId(id)
                .filter(plan -> plan.therapist().equals(therapist.therapist()))
                .switchIfEmpty(Mono.error(PlanRefusal.NoSuchPlan::new));
    }

    /** For whoever has the secret of its link. */
    public Mono<Known> bySecret(String secret) {
        return find(secret).flatMap(this::known);
    }

    Mono<TreatmentPlan> find(String secret) {
        return Mono.defer(() -> plans.bySecretHash(PlanLinks.hash(secret)))
                .filter(plan -> plan.linkStillReads(clock.now()))
                .switchIfEmpty(Mono.error(PlanRefusal.NoSuchPlan::new));
    }

    Mono<Known> known(TreatmentPlan plan) {
        List<AppointmentId> ids = plan.visits().stream().map(PlannedVisit::id).toList();
        return texts.open(plan)
                .switchIfEmpty(Mono.error(PlanRefusal.NoSuchPlan::new))
                .zipWith(
                        outcomes.byIds(ids)
                                .collectList()
                                .flatMap(found ->
                                        texts.open(plan.marks(), found).map(opened -> inOrder(plan, found, opened))),
                        (care, visits) -> new Known(plan, care, visits));
    }

    private static List<ScoredVisit> inOrder(TreatmentPlan plan, List<Outcome> found, List<ScoredVisit> opened) {
        Map<AppointmentId, ScoredVisit> known = new HashMap<>();
        for (int at = 0; at < found.size(); at++) {
            known.put(found.get(at).visit(), opened.get(at));
        }
        return plan.visits().stream()
                .map(visit -> known.getOrDefault(visit.id(), ScoredVisit.unknown(visit.start(), plan.zone())))
                .toList();
    }

    /** A plan, what it is for, and how the client was around each of its visits. */
    public record Known(TreatmentPlan plan, Care care, List<ScoredVisit> visits) {

        public Proposal proposal() {
            return NextStepPolicy.propose(course());
        }

        CourseOfCare course() {
            return new CourseOfCare(
                    plan.terms().visits(),
                    plan.terms().every(),
                    visits,
                    care.lastDecision(),
                    care.lastTechniqueChange());
        }

        public boolean isOverdue(Instant now) {
            return plan.isOverdue(now);
        }
    }
}
