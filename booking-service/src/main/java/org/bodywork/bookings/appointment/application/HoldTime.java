package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.application.Appointments.TimeTaken;
import org.bodywork.bookings.appointment.application.BookingLimits.Visitor;
import org.bodywork.bookings.appointment.application.DayNumbers.DayIsFull;
import org.bodywork.bookings.appointment.application.Wish.Way;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.HeldFor;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Refusal.CannotBook.Cause;
import org.bodywork.bookings.appointment.domain.Treated;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.opening.domain.Asking;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Keeps a start for a visitor who is about to book it, or for a purpose of our own. */
public final class HoldTime {

    private static final int MOST_TRIES = 5;

    private final BookableStarts starts;
    private final TakeTime time;
    private final Holds holds;
    private final BookingLimits limits;
    private final BusinessClock clock;

    public HoldTime(BookableStarts starts, TakeTime time, Holds holds, BookingLimits limits, BusinessClock clock) {
        this.starts = starts;
        this.time = time;
        this.holds = holds;
        this.limits = limits;
        this.clock = clock;
    }

    /** Fails with a {@link Refusal} or {@link NotOffered}; nothing is held then. */
    public Mono<Hold> hold(
            TherapistId therapist, TreatmentId treatment, Instant start, Asking asking, Visitor visitor) {
        return starts.find(therapist, treatment, start, asking).flatMap(slot -> hold(slot, asking, visitor));
    }

    /** The same for all who come together, or for none of them. */
    public Mono<Hold> hold(List<Treated> treated, Instant start, Asking asking, Visitor visitor) {
        AppointmentId id = new AppointmentId(UUID.randomUUID());
        return starts.find(treated, start, asking, null)
                .flatMap(slots -> starts.orAlternatives(
                        slots,
                        time.take(
                                Wish.of(id, slots, asking, List.of(), limits.onHolds(visitor)),
                                way -> holds.add(Hold.of(id, Visit.of(way.seats(slots)), way.numbers(), now()))),
                        null));
    }

    /**
     * Keeps a start for a purpose, by the same rules and in the same one way as for a visitor, until then. It counts as
     * no hold of anybody's. Fails with a {@link Refusal} or {@link NotOffered}; nothing is held then, and no alternatives
     * are told.
     */
    public Mono<Hold> keep(
            HeldFor purpose,
            TherapistId therapist,
            TreatmentId treatment,
            Instant start,
            Asking asking,
            Instant until) {
        AppointmentId id = new AppointmentId(UUID.randomUUID());
        return keep(new Keeping(purpose, id, therapist, treatment, start, asking, until, null));
    }

    /** The same under an id of the keeper's own: what has been kept before is found, so it may be asked for again. */
    public Mono<Hold> keep(Keeping wanted) {
        return starts.bookable(wanted.therapist(), wanted.treatment(), wanted.start(), wanted.asking())
                .flatMap(slot -> time.take(wanted.wish(slot, limits), way -> keep(wanted, slot, way))
                        .onErrorMap(TimeTaken.class, _ -> wanted.refusedAs(Cause.SLOT_TAKEN))
                        .onErrorMap(DayIsFull.class, _ -> wanted.refusedAs(Cause.NOT_AN_OPENING)));
    }

    private Mono<Hold> keep(Keeping wanted, Slot slot, Way way) {
        Visit visit = Visit.of(slot, way.room());
        Instant until = wanted.until().truncatedTo(ChronoUnit.MILLIS);
        return holds.add(Hold.keptFor(wanted.purpose(), wanted.id(), visit, way.numbers(), until, now()))
                .onErrorResume(
                        TimeTaken.class,
                        taken -> holds.byId(wanted.id())
                                .filter(hold -> hold.standsAt(clock.now()) && wanted.isMetBy(hold))
                                .switchIfEmpty(Mono.error(taken)));
    }

    /** What is kept for that, and has neither become a visit nor been given back. */
    public Flux<Hold> keptFor(HeldFor purpose) {
        return holds.keptFor(purpose);
    }

    /** A visitor's hold; empty when there is none, or it has become a visit. */
    public Mono<Hold> find(AppointmentId id) {
        return holds.byId(id).filter(Hold::isVisitors);
    }

    /** Empty when the time is taken, or the therapist has enough to do on that day. */
    Mono<Hold> claim(Slot slot, Asking asking, Visitor visitor) {
        return take(slot, asking, visitor)
                .onErrorResume(TimeTaken.class, _ -> Mono.empty())
                .onErrorResume(DayIsFull.class, _ -> Mono.empty());
    }

    /** Fails with {@link Refusal.HoldNotRenewable} when it has had its second time. */
    public Mono<Hold> renew(AppointmentId id) {
        return change(find(id), hold -> Optional.of(hold.renew(now())));
    }

    /** Gives the time back; doing it again changes nothing. */
    public Mono<Void> release(AppointmentId id) {
        return change(holds.byId(id), hold -> hold.release(now())).then();
    }

    /** The same at the word of whoever knows the id, which is no right to what is kept for a purpose. */
    public Mono<Void> releaseForVisitor(AppointmentId id) {
        return change(find(id), hold -> hold.release(now())).then();
    }

    /** Ends a hold whose minutes are over, and drops one whose end is long told. */
    public Mono<Void> tidy(AppointmentId id) {
        return holds.byId(id)
                .flatMap(hold -> hold.open()
                        ? Mono.justOrEmpty(hold.expire(now()))
                                .flatMap(holds::apply)
                                .then()
                        : holds.drop(id))
                .onErrorResume(ChangedMeanwhile.class, _ -> Mono.empty());
    }

    private Mono<Hold> hold(Slot slot, Asking asking, Visitor visitor) {
        return starts.orAlternatives(slot, take(slot, asking, visitor));
    }

    private Mono<Hold> take(Slot slot, Asking asking, Visitor visitor) {
        AppointmentId id = new AppointmentId(UUID.randomUUID());
        return time.take(
                Wish.of(id, slot, asking, null, limits.onHolds(visitor)),
                way -> holds.add(Hold.of(id, Visit.of(slot, way.room()), way.numbers(), now())));
    }

    private Mono<Hold> change(Mono<Hold> found, Function<Hold, Optional<Hold.Change>> decide) {
        return found.switchIfEmpty(Mono.error(Refusal.NoSuchHold::new))
                .flatMap(hold -> decide.apply(hold).map(holds::apply).orElseGet(() -> Mono.just(hold)))
                .retryWhen(Retry.max(MOST_TRIES).filter(ChangedMeanwhile.class::isInstance));
    }

    /** MongoDB keeps milliseconds; what is answered at once must equal what is read later. */
    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
