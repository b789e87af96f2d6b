package org.bodywork.bookings.plan.application;

import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.plan.domain.Care;
import reactor.core.publisher.Mono;

/** What the client of a visit is treated for, as far as a plan with that therapist says. */
public final class ConditionOfVisit {

    private final Plans plans;
    private final HealthTexts texts;

    public ConditionOfVisit(Plans plans, HealthTexts texts) {
        this.plans = plans;
        this.texts = texts;
    }

    /** A slug of the vocabulary; empty without a plan that is still open and can be read. */
    public Mono<String> of(Appointment visit) {
        return visit.state().marks().isForgotten()
                ? Mono.empty()
                : plans.openOf(
                                visit.state().marks(),
                                visit.state().visit().part().therapist())
                        .flatMap(texts::open)
                        .map(Care::condition);
    }
}
