package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.application.Appointments.TimeTaken;
import org.bodywork.bookings.appointment.application.DayNumbers.DayIsFull;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Alternatives;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.HandingOver;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Refusal.CannotBook.Cause;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.opening.domain.Asking;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.opening.domain.Waiver;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Gives a visit whose therapist is away to somebody else. Each step may be repeated.
 *
 * <p>Time that is held lies in another document than the visit, and the index lets only one of them have it. So it is
 * given back first and taken by the visit next; if somebody is faster in that moment, the visit stays as it was.
 */
public final class HandOver {

    private static final int MOST_TRIES = 5;

    /** What is held was allowed when it was held, and stays so while it is. */
    private static final Asking AS_HELD = Asking.staff(EnumSet.allOf(Waiver.class));

    private final Appointments appointments;
    private final ChangeAppointment changes;
    private final HoldTime holds;
    private final BookableStarts starts;
    private final TakeTime time;
    private final BusinessClock clock;

    public HandOver(
            Appointments appointments, HoldTime holds, BookableStarts starts, TakeTime time, BusinessClock clock) {
        this.appointments = appointments;
        this.changes = new ChangeAppointment(appointments);
        this.holds = holds;
        this.starts = starts;
        this.time = time;
        this.clock = clock;
    }

    /** Tells the client what is held. Fails with {@link Refusal.StateForbids} where the visit is no longer confirmed. */
    public Mono<Appointment> offer(AppointmentId id, Alternatives held, Actor by) {
        return changes.change(byId(id), visit -> new HandingOver(visit).offer(held, by, now()));
    }

    /** Fails with {@link Refusal.CannotBook} where somebody has it. */
    public Mono<Appointment> take(AppointmentId id, String handover, Chosen chosen) {
        return holds.release(chosen.hold())
                .onErrorResume(Refusal.NoSuchHold.class, _ -> Mono.empty())
                .then(Mono.defer(() -> takeFree(id, handover, chosen)))
                .retryWhen(Retry.max(MOST_TRIES).filter(ChangedMeanwhile.class::isInstance));
    }

    /** The client takes none, and does not come. */
    public Mono<Appointment> cancel(AppointmentId id, String handover) {
        return changes.change(byId(id), visit -> new HandingOver(visit).cancel(handover, now()));
    }

    private Mono<Appointment> takeFree(AppointmentId id, String handover, Chosen chosen) {
        return byId(id).zipWith(starts.bookable(chosen.therapist(), chosen.treatment(), chosen.start(), AS_HELD))
                .flatMap(found -> take(found.getT1(), handover, found.getT2()))
                .onErrorMap(
                        error -> error instanceof TimeTaken || error instanceof DayIsFull,
                        _ -> new Refusal.CannotBook(Cause.SLOT_TAKEN, List.of()));
    }

    private Mono<Appointment> take(Appointment visit, String handover, Slot slot) {
        Wish wish = Wish.of(visit.id(), slot, AS_HELD, visit.state().marks(), List.of());
        return time.take(
                        wish,
                        way -> new HandingOver(visit)
                                .take(
                                        handover,
                                        Visit.of(slot, way.room()),
                                        slot.listing().rules(),
                                        now())
                                .map(change -> appointments.apply(change.taking(way.numbers())))
                                .orElseGet(() -> Mono.just(visit)))
                .doOnNext(ChangeAppointment::log);
    }

    private Mono<Appointment> byId(AppointmentId id) {
        return appointments.byId(id).switchIfEmpty(Mono.error(Refusal.NoSuchAppointment::new));
    }

    /** MongoDB keeps milliseconds; what is answered at once must equal what is read later. */
    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** One of what is held. */
    public record Chosen(AppointmentId hold, TherapistId therapist, TreatmentId treatment, Instant start) {

        public static Chosen of(Hold held) {
            Visit visit = held.visit();
            return new Chosen(
                    held.id(),
                    visit.part().therapist(),
                    visit.part().treatment().id(),
                    visit.start());
        }
    }
}
