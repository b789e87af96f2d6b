package org.bodywork.bookings.plan.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bodywork.bookings.appointment.application.AfterVisit;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.plan.application.Plans.ChangedMeanwhile;
import org.bodywork.bookings.plan.domain.Outcome;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** From its completion on a visit is asked about, and counts in its plan. */
public final class FollowVisit implements AfterVisit {

    private static final int MOST_TRIES = 5;

    private final Plans plans;
    private final Outcomes outcomes;
    private final BusinessClock clock;

    public FollowVisit(Plans plans, Outcomes outcomes, BusinessClock clock) {
        this.plans = plans;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Override
    public Mono<Void> tookPlace(Appointment visit) {
        return visit.state().marks().isForgotten() ? Mono.empty() : ask(visit).then(Mono.defer(() -> count(visit)));
    }

    private Mono<Void> ask(Appointment visit) {
        Instant completedAt = visit.state().lastStep().at();
        return outcomes.byId(visit.id())
                .defaultIfEmpty(Outcome.of(visit))
                .filter(outcome -> outcome.askedFrom() == null)
                .flatMap(outcome -> outcomes.apply(outcome, outcome.askedFrom(completedAt), null))
                .retryWhen(Retry.max(MOST_TRIES).filter(ChangedMeanwhile.class::isInstance))
                .then();
    }

    private Mono<Void> count(Appointment visit) {
        Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        return plans.openOf(visit.state().marks(), visit.state().visit().part().therapist())
                .flatMap(
                        plan -> Mono.justOrEmpty(plan.tookPlace(visit, now)).flatMap(after -> plans.apply(plan, after)))
                .retryWhen(Retry.max(MOST_TRIES).filter(ChangedMeanwhile.class::isInstance))
                .then();
    }
}
