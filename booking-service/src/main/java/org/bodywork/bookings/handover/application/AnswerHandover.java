package org.bodywork.bookings.handover.application;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.domain.Alternatives;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Refusal.CannotBook;
import org.bodywork.bookings.handover.domain.Case;
import org.bodywork.bookings.handover.domain.Case.Stage;
import org.bodywork.bookings.handover.domain.Choice;
import org.bodywork.bookings.handover.domain.Handover;
import org.bodywork.platform.crypto.Digests;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * What the client of a visit decides, by its link. The first decision counts, from however many phones: it is one
 * compare-and-set, and what follows from it is done at once, or by due work if this dies.
 */
public final class AnswerHandover {

    private static final int MOST_TRIES = 10;

    private final Handovers handovers;
    private final Appointments appointments;
    private final EndCase ending;
    private final PlanSharing plans;
    private final BusinessClock clock;

    public AnswerHandover(
            Handovers handovers, Appointments appointments, EndCase ending, PlanSharing plans, BusinessClock clock) {
        this.handovers = handovers;
        this.appointments = appointments;
        this.ending = ending;
        this.plans = plans;
        this.clock = clock;
    }

    /** Fails with {@link Refusal.NoSuchAppointment} for a link that opens nothing, or not any more. */
    public Mono<Asked> find(String secret) {
        String hash = Digests.sha256Hex(secret);
        return handovers
                .bySecretHash(hash)
                .flatMap(handover -> Mono.justOrEmpty(handover.cases().stream()
                                .filter(each -> handovers.hashOf(each.id()).equals(hash))
                                .findFirst())
                        .flatMap(one -> asked(handover, one)))
                .filter(asked -> !asked.visit().state().marks().isForgotten()
                        && asked.visit().linkStillReads(clock.now()))
                .switchIfEmpty(Mono.error(Refusal.NoSuchAppointment::new));
    }

    private Mono<Asked> asked(Handover handover, Case one) {
        return appointments
                .byId(one.visit())
                .flatMap(visit -> ending.held(one)
                        .filter(hold -> hold.standsAt(clock.now()))
                        .sort(Comparator.comparing((Hold hold) -> !hold.span()
                                        .from()
                                        .equals(visit.state().visit().start()))
                                .thenComparing(hold -> hold.span().from()))
                        .collectList()
                        .zipWith(
                                plans.isThere(visit),
                                (held, plan) -> new Asked(handover, one, visit, held, plan, isOpen(one, visit))));
    }

    private boolean isOpen(Case one, Appointment visit) {
        Alternatives held = visit.state().alternatives();
        return one.isOpenAt(clock.now()) && held != null && held.handover().equals(one.id());
    }

    /**
     * The client takes one of what is held. Fails with {@link CannotBook} where it is not held any more, and with
     * {@link Refusal.StateForbids} where something else is decided.
     */
    public Mono<Asked> take(String secret, AppointmentId choice, boolean sharingPlan) {
        return decide(secret, Stage.TAKEN, choice, sharingPlan)
                .filter(asked -> asked.one().stage() != Stage.OFFERED)
                .switchIfEmpty(Mono.error(AnswerHandover::taken));
    }

    /** None of them: the client would rather hear from the practice. */
    public Mono<Asked> keep(String secret) {
        return decide(secret, Stage.KEPT, null, false);
    }

    /** None of them, and the client does not come. */
    public Mono<Asked> cancel(String secret) {
        return decide(secret, Stage.CANCELLED, null, false);
    }

    private Mono<Asked> decide(String secret, Stage goal, @Nullable AppointmentId choice, boolean sharing) {
        return Mono.defer(() -> find(secret))
                .flatMap(asked -> isSaidAlready(asked.one(), goal, choice)
                        ? Mono.just(asked.handover())
                        : handovers
                                .save(asked.handover().with(decided(asked, goal, choice, sharing)))
                                .flatMap(saved -> end(saved, asked.one().id())))
                .retryWhen(Retry.max(MOST_TRIES).filter(ChangedMeanwhile.class::isInstance))
                .then(Mono.defer(() -> find(secret)));
    }

    private static boolean isSaidAlready(Case one, Stage goal, @Nullable AppointmentId choice) {
        Choice chosen = one.chosen();
        return one.decided() == goal
                && (choice == null || (chosen != null && chosen.hold().equals(choice)));
    }

    private static Case decided(Asked asked, Stage goal, @Nullable AppointmentId choice, boolean sharing) {
        if (!asked.open()) {
            throw new Refusal.StateForbids(asked.visit().status());
        }
        return asked.one().endingIn(goal, choice == null ? null : chosen(asked, choice), sharing && asked.hasPlan());
    }

    private static Choice chosen(Asked asked, AppointmentId choice) {
        return asked.held().stream()
                .filter(hold -> hold.id().equals(choice))
                .map(Choice::of)
                .findFirst()
                .orElseThrow(AnswerHandover::taken);
    }

    private static CannotBook taken() {
        return new CannotBook(CannotBook.Cause.SLOT_TAKEN, List.of());
    }

    private Mono<Handover> end(Handover saved, String one) {
        Case decided = saved.one(one).orElseThrow();
        return ending.end(decided)
                .flatMap(ended -> Mono.defer(() -> handovers.byId(saved.id()))
                        .flatMap(present -> present.one(one).equals(Optional.of(decided))
                                ? handovers.save(present.with(ended))
                                : Mono.just(present))
                        .retryWhen(Retry.max(MOST_TRIES).filter(ChangedMeanwhile.class::isInstance)));
    }

    /**
     * A visit whose therapist is away, as its client sees it.
     *
     * @param held what can be taken now
     * @param hasPlan whether there is a plan whose summary could go along
     * @param open whether the client can decide
     */
    public record Asked(
            Handover handover, Case one, Appointment visit, List<Hold> held, boolean hasPlan, boolean open) {}
}
