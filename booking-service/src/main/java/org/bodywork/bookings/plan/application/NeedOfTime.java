package org.bodywork.bookings.plan.application;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.plan.domain.PlanRefusal;
import org.bodywork.bookings.plan.domain.TreatmentPlan;
import org.bodywork.bookings.waitlist.application.CareNeeds;
import org.bodywork.bookings.waitlist.domain.Care;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** Whose course of care is late and whose pain rises, for the order in which freed time is offered. */
public final class NeedOfTime implements CareNeeds {

    private final Plans plans;
    private final ReadPlan reading;
    private final BusinessClock clock;

    public NeedOfTime(Plans plans, ReadPlan reading, BusinessClock clock) {
        this.plans = plans;
        this.reading = reading;
        this.clock = clock;
    }

    /** Of several plans of one person the more urgent counts. */
    @Override
    public Mono<Map<String, Care>> of(Collection<ClientMarks> people) {
        Instant now = clock.now();
        return plans.openOf(people)
                // Nothing is known of somebody whose key is gone.
                .concatMap(plan -> reading.known(plan).onErrorResume(PlanRefusal.NoSuchPlan.class, _ -> Mono.empty()))
                .collect(HashMap::new, (needs, known) -> {
                    TreatmentPlan plan = known.plan();
                    Care care = new Care(plan.daysOverdue(now), known.course().rise());
                    needs.merge(plan.marks().key(), care, Care::orMoreUrgent);
                });
    }
}
