package org.bodywork.bookings.plan.application;

import java.util.Collection;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.plan.domain.Outcome;
import org.bodywork.bookings.plan.domain.PlanId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How clients were around their visits. What the therapist is to be told lies in the same write. */
public interface Outcomes {

    Mono<Outcome> byId(AppointmentId visit);

    Flux<Outcome> byIds(Collection<AppointmentId> visits);

    /** By the SHA-256 of the secret of one of its scores. */
    Mono<Outcome> byScoreHash(String hash);

    /**
     * Fails with {@link Plans.ChangedMeanwhile} when it is no longer what was decided on; one that nothing was known of is
     * added.
     *
     * @param plan what the visit belongs to, for whoever is told of it
     */
    Mono<Outcome> apply(Outcome before, Outcome after, @Nullable PlanId plan);
}
