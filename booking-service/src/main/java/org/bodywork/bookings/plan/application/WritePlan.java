package org.bodywork.bookings.plan.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.StaffAppointments;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.client.domain.SealedText;
import org.bodywork.bookings.plan.application.Plans.ChangedMeanwhile;
import org.bodywork.bookings.plan.domain.Care;
import org.bodywork.bookings.plan.domain.Decision;
import org.bodywork.bookings.plan.domain.PlanId;
import org.bodywork.bookings.plan.domain.PlanRefusal;
import org.bodywork.bookings.plan.domain.Terms;
import org.bodywork.bookings.plan.domain.TreatmentPlan;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** What the treating therapist does with a plan. Whoever only leads the practice may neither read nor write it. */
public final class WritePlan {

    private final StaffAppointments staff;
    private final Plans plans;
    private final ReadPlan reading;
    private final HealthTexts texts;
    private final BusinessClock clock;

    public WritePlan(StaffAppointments staff, Plans plans, ReadPlan reading, HealthTexts texts, BusinessClock clock) {
        this.staff = staff;
        this.plans = plans;
        this.reading = reading;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Made at a visit, while the client is there or afterwards. The same once more gives the plan as it stands; fails with
     * {@link PlanRefusal.HasOne} where that visit, or another one with the same client, has led to another plan.
     */
    public Mono<TreatmentPlan> make(AppointmentId at, Colleague.Therapist therapist, Terms terms, Wording wording) {
        PlanId id = PlanId.madeAt(at);
        Care care = new Care(wording.condition(), wording.goal(), wording.techniques(), List.of());
        return staff.byId(at, therapist)
                .doOnNext(WritePlan::requireClient)
                .filter(WritePlan::isThere)
                .switchIfEmpty(staff.byId(at, therapist)
                        .flatMap(visit -> Mono.error(new Refusal.StateForbids(visit.statusAt(clock.now())))))
                .flatMap(visit -> texts.seal(id, visit.state().marks(), care)
                        .flatMap(hidden ->
                                plans.add(TreatmentPlan.make(visit, terms, hidden, therapist.actor(), now()))))
                .onErrorResume(PlanRefusal.HasOne.class, other -> same(id, terms, care, other));
    }

    /** A plan is made for the client of a visit, and not for whoever comes along to another therapist. */
    private static void requireClient(Appointment visit) {
        if (visit.isSeenByCompanion()) {
            throw new Refusal.NotYours();
        }
    }

    private Mono<TreatmentPlan> same(PlanId id, Terms terms, Care care, PlanRefusal other) {
        return plans.byId(id)
                .filterWhen(plan -> texts.open(plan).map(known -> plan.terms().equals(terms) && known.equals(care)))
                .switchIfEmpty(Mono.error(other));
    }

    private static boolean isThere(Appointment visit) {
        return visit.status() == Status.CHECKED_IN || visit.status() == Status.COMPLETED;
    }

    /** The client is asked to agree again. Fails with {@link PlanRefusal.ChangedSince} when it is no longer as it was seen. */
    public Mono<TreatmentPlan> change(
            PlanId id, long seen, Colleague.Therapist therapist, Terms terms, Wording wording) {
        return write(
                id,
                seen,
                therapist,
                plan -> texts.open(plan)
                        .defaultIfEmpty(new Care(wording.condition(), wording.goal(), wording.techniques(), List.of()))
                        .map(care -> care.as(wording.condition(), wording.goal(), wording.techniques()))
                        .flatMap(care -> texts.seal(id, plan.marks(), care))
                        .map(hidden -> plan.change(terms, hidden, therapist.actor(), now())));
    }

    /**
     * How it goes on. Of two who decide on the same state one is first, and the other is told; the same decision of the same
     * person once more gives the plan as it stands.
     */
    public Mono<TreatmentPlan> decide(PlanId id, long seen, Colleague.Therapist therapist, Decided decided) {
        return reading.courseOf(id, therapist).flatMap(known -> {
            TreatmentPlan plan = known.plan();
            if (plan.version() != seen) {
                return isRepeated(known, seen, therapist, decided)
                        ? Mono.just(plan)
                        : Mono.error(new PlanRefusal.ChangedSince(plan.version()));
            }
            Instant now = now();
            Care care = known.care()
                    .after(
                            new Decision(
                                    now,
                                    known.proposal().step(),
                                    decided.step(),
                                    plan.visits().size()),
                            decided.techniques().isEmpty() ? known.care().techniques() : decided.techniques());
            return texts.seal(id, plan.marks(), care)
                    .flatMap(hidden -> save(plan, decidedOn(plan, decided, hidden, therapist, now)));
        });
    }

    private static TreatmentPlan decidedOn(
            TreatmentPlan plan, Decided decided, SealedText hidden, Colleague.Therapist therapist, Instant now) {
        return plan.decide(decided.step(), decided.terms(plan.terms()), hidden, therapist.actor(), now);
    }

    private static boolean isRepeated(ReadPlan.Known known, long seen, Colleague.Therapist therapist, Decided decided) {
        List<Decision> decisions = known.care().decisions();
        return known.plan().version() == seen + 1
                && known.plan().lastStep().by().equals(therapist.actor())
                && !decisions.isEmpty()
                && decisions.getLast().chosen() == decided.step();
    }

    /** Not as planned, whatever the reason. */
    public Mono<TreatmentPlan> end(PlanId id, Colleague.Therapist therapist) {
        return reading.theirs(id, therapist)
                .flatMap(plan -> plan.end(therapist.actor(), now())
                        .map(ended -> save(plan, ended))
                        .orElseGet(() -> Mono.just(plan)));
    }

    private Mono<TreatmentPlan> write(
            PlanId id, long seen, Colleague.Therapist therapist, Function<TreatmentPlan, Mono<TreatmentPlan>> written) {
        return reading.theirs(id, therapist)
                .flatMap(plan -> plan.version() == seen
                        ? written.apply(plan).flatMap(after -> save(plan, after))
                        : Mono.error(new PlanRefusal.ChangedSince(plan.version())));
    }

    private Mono<TreatmentPlan> save(TreatmentPlan before, TreatmentPlan after) {
        return plans.apply(before, after)
                .onErrorMap(ChangedMeanwhile.class, _ -> new PlanRefusal.ChangedSince(before.version() + 1));
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What it is for, as the therapist writes it down. */
    public record Wording(String condition, String goal, List<String> techniques) {

        /** Shows nothing of anybody's health. */
        @Override
        public String toString() {
            return "wording";
        }
    }
}
