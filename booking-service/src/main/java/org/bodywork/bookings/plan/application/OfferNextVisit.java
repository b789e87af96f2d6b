package org.bodywork.bookings.plan.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.plan.application.Plans.ChangedMeanwhile;
import org.bodywork.bookings.plan.domain.PlanId;
import org.bodywork.bookings.plan.domain.TreatmentPlan;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Tells a client that the next visit of a plan can be booked, unless it is booked already. */
public final class OfferNextVisit {

    /** The visits of one address that are looked at, newest first: what is to come is among the newest. */
    private static final int LOOKED_AT = 50;

    private static final int MOST_TRIES = 5;

    private final Plans plans;
    private final Appointments appointments;
    private final BusinessClock clock;

    public OfferNextVisit(Plans plans, Appointments appointments, BusinessClock clock) {
        this.plans = plans;
        this.appointments = appointments;
        this.clock = clock;
    }

    /** What the plan is due for; its own write ends the work. */
    public Mono<Void> look(PlanId id) {
        return plans.byId(id)
                .flatMap(plan ->
                        booked(plan).hasElement().flatMap(isBooked -> plans.apply(plan, after(plan, isBooked))))
                .retryWhen(Retry.max(MOST_TRIES).filter(ChangedMeanwhile.class::isInstance))
                .then();
    }

    private TreatmentPlan after(TreatmentPlan plan, boolean isBooked) {
        Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        Optional<TreatmentPlan> told = isBooked ? Optional.empty() : plan.tellNextDue();
        return told.orElseGet(() -> plan.lookAgain(isBooked && plan.nextDay() != null, now));
    }

    /** The next visit of that client with that therapist; empty where none is to come. */
    public Mono<Appointment> booked(TreatmentPlan plan) {
        return appointments
                .ofClient(plan.marks().ref(), null, LOOKED_AT)
                .filter(visit -> visit.state().marks().isSamePersonAs(plan.marks())
                        && visit.state().visit().part().therapist().equals(plan.therapist())
                        && visit.statusAt(clock.now()).takesTime()
                        && visit.state()
                                .visit()
                                .start()
                                .isAfter(plan.lastVisit().start())
                        && visit.state().visit().end().isAfter(clock.now()))
                .reduce((one, other) -> one.state()
                                .visit()
                                .start()
                                .isBefore(other.state().visit().start())
                        ? one
                        : other);
    }
}
