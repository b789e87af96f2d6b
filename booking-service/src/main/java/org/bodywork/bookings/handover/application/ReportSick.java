package org.bodywork.bookings.handover.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.StaffQuery;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.handover.domain.Handover;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Somebody of the staff says that a therapist is away: first what that touches, then what follows from it. */
public final class ReportSick {

    /** How many days one report may be about. */
    public static final int MOST_DAYS = 14;

    private static final int MOST_VISITS = 100;
    private static final int MOST_TRIES = 5;

    private static final Set<Status> STANDING = EnumSet.of(Status.REQUESTED, Status.PROPOSED, Status.CONFIRMED);

    private final Handovers handovers;
    private final Listings listings;
    private final Appointments appointments;
    private final SickTime times;
    private final BusinessClock clock;

    public ReportSick(
            Handovers handovers, Listings listings, Appointments appointments, SickTime times, BusinessClock clock) {
        this.handovers = handovers;
        this.listings = listings;
        this.appointments = appointments;
        this.times = times;
        this.clock = clock;
    }

    /** What a report would be about; nothing is changed. Fails with {@link NotOffered} for somebody else's therapist. */
    public Mono<Concerned> look(Sickness sickness, Colleague colleague) {
        return listings.byId(sickness.therapist())
                .filter(colleague::mayPlan)
                .switchIfEmpty(Mono.error(NotOffered.NoSuchTherapist::new))
                .flatMap(away -> visits(sickness, colleague).map(visits -> new Concerned(away, visits)));
    }

    /**
     * Reports it. Saying the same again changes nothing, but for visits that have come since.
     *
     * @param token the staff member's own, for the time off
     */
    public Mono<Handover> report(Sickness sickness, Colleague colleague, String token) {
        return look(sickness, colleague)
                .flatMap(concerned -> Mono.defer(() -> keep(sickness, concerned, colleague))
                        .retryWhen(Retry.max(MOST_TRIES).filter(ChangedMeanwhile.class::isInstance)))
                .flatMap(reported -> reported.timeOff() ? Mono.just(reported) : enter(reported, token));
    }

    private Mono<Handover> keep(Sickness sickness, Concerned concerned, Colleague colleague) {
        Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        Handover report = Handover.report(
                        concerned.away(), sickness.from(), sickness.to(), sickness.reason(), colleague.accountId(), now)
                .concerning(concerned.visits(), now);
        return handovers.addOrFind(report).flatMap(kept -> {
            Handover all = kept.concerning(concerned.visits(), now);
            return all.equals(kept) ? Mono.just(kept) : handovers.save(all);
        });
    }

    /** The report stands also where this fails; whoever reported is told to enter it. */
    private Mono<Handover> enter(Handover reported, String token) {
        return times.enter(
                        reported.therapist(),
                        reported.from().atStartOfDay(reported.zone()),
                        reported.to().plusDays(1).atStartOfDay(reported.zone()),
                        token)
                .filter(entered -> entered)
                .flatMap(_ -> Mono.defer(() -> handovers.byId(reported.id()))
                        .flatMap(present -> handovers.save(present.enteredAsTimeOff()))
                        .retryWhen(Retry.max(MOST_TRIES).filter(ChangedMeanwhile.class::isInstance)))
                .defaultIfEmpty(reported);
    }

    private Mono<List<Appointment>> visits(Sickness sickness, Colleague colleague) {
        Instant now = clock.now();
        Colleague whose = new Colleague.Therapist(colleague.accountId(), sickness.therapist());
        return appointments
                .list(new StaffQuery(whose, sickness.from(), sickness.to(), STANDING, null, MOST_VISITS))
                .filter(visit -> visit.statusAt(now).takesTime()
                        && visit.state().visit().start().isAfter(now)
                        && colleague.mayWorkOn(visit))
                .collectList();
    }

    /**
     * Who is away when.
     *
     * @param from first local date
     * @param to last local date, inclusive
     */
    public record Sickness(
            TherapistId therapist,
            LocalDate from,
            LocalDate to,
            @Nullable String reason) {}

    /** Whom it is about, and the visits in order of start. */
    public record Concerned(Listing away, List<Appointment> visits) {}
}
