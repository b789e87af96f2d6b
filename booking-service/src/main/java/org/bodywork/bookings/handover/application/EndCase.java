package org.bodywork.bookings.handover.application;

import java.util.Objects;
import org.bodywork.bookings.appointment.application.HandOver;
import org.bodywork.bookings.appointment.application.HoldTime;
import org.bodywork.bookings.appointment.domain.HeldFor;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.handover.domain.Case;
import org.bodywork.bookings.handover.domain.Case.Stage;
import org.bodywork.bookings.handover.domain.Choice;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings what is decided of one visit to its end. It may be done again from wherever it was left. */
public final class EndCase {

    private final HandOver visits;
    private final HoldTime holds;
    private final PlanSharing plans;

    public EndCase(HandOver visits, HoldTime holds, PlanSharing plans) {
        this.visits = visits;
        this.holds = holds;
        this.plans = plans;
    }

    /** How it stands then: as was decided, back where the client can choose, or gone. */
    Mono<Case> end(Case decided) {
        Mono<Stage> done = switch (decided.decided()) {
            case TAKEN -> take(decided);
            case CANCELLED -> visits.cancel(decided.visit(), decided.id()).thenReturn(Stage.CANCELLED);
            case WAITING, OFFERED, ENDING, KEPT, NOBODY, UNANSWERED, FOR_STAFF, GONE -> Mono.just(decided.decided());
        };
        return done.onErrorResume(
                        error -> error instanceof Refusal.StateForbids || error instanceof Refusal.NoSuchAppointment,
                        _ -> Mono.just(Stage.GONE))
                .flatMap(stage -> stage == Stage.OFFERED
                        ? Mono.just(decided.at(stage))
                        : free(decided).thenReturn(decided.at(stage)));
    }

    /** Somebody may have been faster in the moment between giving back what was held and taking it. */
    private Mono<Stage> take(Case decided) {
        Choice chosen = Objects.requireNonNull(decided.chosen());
        return visits.take(
                        decided.visit(),
                        decided.id(),
                        new HandOver.Chosen(chosen.hold(), chosen.therapist(), chosen.treatment(), chosen.start()))
                .flatMap(taken -> decided.planShared()
                        ? plans.share(taken, chosen.therapist()).thenReturn(Stage.TAKEN)
                        : Mono.just(Stage.TAKEN))
                .onErrorResume(Refusal.CannotBook.class, _ -> Mono.just(Stage.OFFERED));
    }

    private Mono<Void> free(Case ended) {
        return held(ended)
                .concatMap(hold -> holds.release(hold.id()).onErrorResume(Refusal.NoSuchHold.class, _ -> Mono.empty()))
                .then();
    }

    Flux<Hold> held(Case one) {
        return holds.keptFor(purpose(one));
    }

    static HeldFor purpose(Case one) {
        return new HeldFor(HeldFor.Kind.ALTERNATIVE, one.id());
    }
}
