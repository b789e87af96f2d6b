package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Change;
import org.bodywork.bookings.appointment.domain.Moves;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.Treated;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.opening.domain.Asking;
import org.bodywork.bookings.opening.domain.BookingRules;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Gives a visit another time, or holds that time until the other side has answered. The old time is given up in the very
 * write that takes the new one, and what the visit has already is never in its own way.
 *
 * <p>Fails with a {@link Refusal} or {@link NotOffered}; the visit is then as it was.
 */
public final class MoveVisit {

    private static final int MOST_TRIES = 5;

    private final ManageByLink links;
    private final StaffAppointments staff;
    private final Appointments appointments;
    private final BookableStarts starts;
    private final TakeTime time;
    private final BusinessClock clock;

    public MoveVisit(
            ManageByLink links,
            StaffAppointments staff,
            Appointments appointments,
            BookableStarts starts,
            TakeTime time,
            BusinessClock clock) {
        this.links = links;
        this.staff = staff;
        this.appointments = appointments;
        this.starts = starts;
        this.time = time;
        this.clock = clock;
    }

    /** What the client asks for through the secret link; see {@link Moves#rescheduleByClient}. */
    public Mono<Appointment> byClient(String secret, Instant start) {
        return move(
                links.find(secret),
                visit -> new Moves(visit).requireMovable(now()),
                start,
                Asking.KNOWN_CLIENT,
                (visit, there, rules) -> new Moves(visit).rescheduleByClient(there, rules, now()));
    }

    public Mono<Appointment> byStaff(AppointmentId id, OnBehalf by, Instant start) {
        return move(
                staff.toChange(id, by.colleague()),
                visit -> {
                    requireForAll(by.colleague(), visit);
                    visit.requireStatus(Status.CONFIRMED, now());
                },
                start,
                Asking.staffMoving(by.waived()),
                (visit, there, _) -> new Moves(visit).rescheduleByStaff(there, by.origin(), now()));
    }

    /** The therapist can at this time only; see {@link Moves#propose}. */
    public Mono<Appointment> propose(AppointmentId id, Colleague colleague, Instant start) {
        return move(
                staff.toChange(id, colleague),
                visit -> {
                    requireForAll(colleague, visit);
                    new Moves(visit).requireProposable(now());
                },
                start,
                Asking.staffMoving(List.of()),
                (visit, there, rules) ->
                        new Moves(visit).propose(there, colleague.actor(), rules.requestWait(), now()));
    }

    private Mono<Appointment> move(
            Mono<Appointment> found, Consumer<Appointment> allowed, Instant start, Asking asking, Decision decision) {
        return found.doOnNext(allowed)
                .flatMap(visit -> slots(visit, start, asking).flatMap(slots -> take(visit, slots, asking, decision)))
                .retryWhen(Retry.max(MOST_TRIES).filter(ChangedMeanwhile.class::isInstance));
    }

    /** One of two therapists gives nobody another time alone. */
    private static void requireForAll(Colleague colleague, Appointment visit) {
        if (!colleague.answersFor(visit).containsAll(visit.state().visit().therapists())) {
            throw new Refusal.ForBoth();
        }
    }

    private Mono<List<Slot>> slots(Appointment visit, Instant start, Asking asking) {
        List<Treated> treated =
                visit.state().visit().parts().stream().map(Treated::of).toList();
        return starts.find(treated, start, asking, visit.id());
    }

    private Mono<Appointment> take(Appointment visit, List<Slot> slots, Asking asking, Decision decision) {
        Wish wish = Wish.of(visit.id(), slots, asking, visit.state().people(), List.of());
        BookingRules rules = slots.stream()
                .map(slot -> slot.listing().rules())
                .reduce(BookingRules::and)
                .orElseThrow();
        Mono<Appointment> taking = time.take(wish, way -> {
            Visit there = visit.state().visit().movedTo(way.seats(slots));
            return decision.on(visit, there, rules)
                    .map(change -> appointments.apply(change.taking(way.numbers())))
                    .orElseGet(() -> Mono.just(visit));
        });
        return starts.orAlternatives(slots, taking, visit.id()).doOnNext(ChangeAppointment::log);
    }

    /** MongoDB keeps milliseconds; what is answered at once must equal what is read later. */
    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What a change of time means to the visit; nothing when that is so already. */
    private interface Decision {

        Optional<Change> on(Appointment visit, Visit there, BookingRules rules);
    }
}
