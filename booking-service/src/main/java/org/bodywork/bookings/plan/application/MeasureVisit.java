package org.bodywork.bookings.plan.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.StaffAppointments;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.IntakeReading;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.plan.application.Plans.ChangedMeanwhile;
import org.bodywork.bookings.plan.domain.Measurement;
import org.bodywork.bookings.plan.domain.Outcome;
import org.bodywork.bookings.plan.domain.ScoredVisit;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** What the treating therapist measures before and after a visit, and reads of it; each reading is noted first. */
public final class MeasureVisit {

    private static final int MOST_TRIES = 5;

    private final StaffAppointments staff;
    private final Appointments appointments;
    private final Outcomes outcomes;
    private final HealthTexts texts;
    private final BusinessClock clock;

    public MeasureVisit(
            StaffAppointments staff,
            Appointments appointments,
            Outcomes outcomes,
            HealthTexts texts,
            BusinessClock clock) {
        this.staff = staff;
        this.appointments = appointments;
        this.outcomes = outcomes;
        this.texts = texts;
        this.clock = clock;
    }

    /** While the client is there, or once the visit is completed; what was measured before is corrected by it. */
    public Mono<ScoredVisit> measure(
            AppointmentId id, When when, Colleague.Therapist therapist, Measurement measurement) {
        return ofClient(id, therapist)
                .flatMap(visit -> visit.status() == Status.CHECKED_IN || visit.status() == Status.COMPLETED
                        ? keep(visit, when, measurement)
                        : Mono.error(new Refusal.StateForbids(visit.statusAt(clock.now()))));
    }

    private Mono<ScoredVisit> keep(Appointment visit, When when, Measurement measurement) {
        return Mono.defer(() -> outcomes.byId(visit.id()).defaultIfEmpty(Outcome.of(visit)))
                .flatMap(outcome -> texts.seal(
                                outcome, when == When.BEFORE ? HealthTexts.BEFORE : HealthTexts.AFTER, measurement)
                        .map(hidden ->
                                when == When.BEFORE ? outcome.measuredBefore(hidden) : outcome.measuredAfter(hidden))
                        .flatMap(after -> outcomes.apply(outcome, after, null)))
                .retryWhen(Retry.max(MOST_TRIES).filter(ChangedMeanwhile.class::isInstance))
                .flatMap(texts::open);
    }

    /** What is known of the visit. */
    public Mono<ScoredVisit> read(AppointmentId id, Colleague.Therapist therapist) {
        Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        return ofClient(id, therapist)
                .flatMap(visit -> outcomes.byId(id)
                        .flatMap(outcome -> appointments
                                .noteReading(
                                        id, new IntakeReading(now, therapist.accountId(), IntakeReading.Of.OUTCOME))
                                .then(Mono.defer(() -> texts.open(outcome))))
                        .defaultIfEmpty(ScoredVisit.unknown(
                                visit.state().visit().start(),
                                visit.state().visit().zone())));
    }

    /** Scores are kept of the client of a visit, and not of whoever comes along to another therapist. */
    private Mono<Appointment> ofClient(AppointmentId id, Colleague.Therapist therapist) {
        return staff.byId(id, therapist)
                .flatMap(visit -> visit.isSeenByCompanion() ? Mono.error(new Refusal.NotYours()) : Mono.just(visit));
    }

    /** Which side of the visit. */
    public enum When {
        BEFORE,
        AFTER
    }
}
