package org.bodywork.bookings.plan.application;

import java.time.Instant;
import java.util.Collection;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.plan.domain.PlanEntry;
import org.bodywork.bookings.plan.domain.PlanId;
import org.bodywork.bookings.plan.domain.PlanRefusal;
import org.bodywork.bookings.plan.domain.TreatmentPlan;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All treatment plans. What is written is published too: the event lies in the same write. */
public interface Plans {

    /** Fails with {@link PlanRefusal.HasOne} where the client has an open one with that therapist. */
    Mono<TreatmentPlan> add(TreatmentPlan made);

    /** Fails with {@link ChangedMeanwhile} when it is no longer what was decided on. */
    Mono<TreatmentPlan> apply(TreatmentPlan before, TreatmentPlan after);

    Mono<TreatmentPlan> byId(PlanId id);

    /** By the SHA-256 of the secret of its link. */
    Mono<TreatmentPlan> bySecretHash(String hash);

    /** The one that is open between those two. */
    Mono<TreatmentPlan> openOf(ClientMarks client, TherapistId therapist);

    /** All that are open of these clients. */
    Flux<TreatmentPlan> openOf(Collection<ClientMarks> clients);

    /** Notes who reads it, beside whatever else happens to it. */
    Mono<Void> noteReading(PlanId id, PlanEntry reading);

    /** Those of a practice with a visit since then, at most so many. */
    Flux<TreatmentPlan> ofPractice(PracticeId practice, Instant since, int most);

    /** Somebody else changed it first. */
    final class ChangedMeanwhile extends RuntimeException {
        public ChangedMeanwhile() {
            super("changed meanwhile", null, false, false);
        }
    }
}
