package org.bodywork.bookings.plan.application;

import java.time.Instant;
import java.util.Collection;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.plan.domain.PlanEntry;
import org.bodywork.bookings.plan.domain.PlanId;
import org.bodywork.bookings.plan.domain.TreatmentPlan;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** At most the one that is open. */
final class OnePlan implements Plans {

    @Nullable TreatmentPlan open;

    @Override
    public Mono<TreatmentPlan> openOf(ClientMarks client, TherapistId therapist) {
        return Mono.justOrEmpty(open)
                .filter(plan -> plan.marks().equals(client) && plan.therapist().equals(therapist));
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
    public Flux<TreatmentPlan> openOf(Collection<ClientMarks> clients) {
        return Flux.fromStream(Stream.ofNullable(open)).filter(plan -> clients.contains(plan.marks()));
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
