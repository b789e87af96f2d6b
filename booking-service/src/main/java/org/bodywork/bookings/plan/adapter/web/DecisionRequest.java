package org.bodywork.bookings.plan.adapter.web;

import java.util.List;
import org.bodywork.bookings.plan.application.Decided;
import org.bodywork.bookings.plan.domain.Cadence;
import org.bodywork.bookings.plan.domain.NextStep;
import org.bodywork.platform.web.Body;
import org.bodywork.platform.web.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** How a therapist decides that a plan goes on. */
@Body("decide-on-plan")
record DecisionRequest(
        NextStep step,
        long version,
        @Nullable String every,
        @Nullable Integer visits,
        @Nullable List<String> techniques) {

    Decided decided() {
        Cadence cadence = every == null
                ? null
                : Cadence.of(every).orElseThrow(() -> new InvalidRequest("/every", PlanRequest.NO_CADENCE));
        return new Decided(step, cadence, visits, techniques == null ? List.of() : techniques);
    }
}
