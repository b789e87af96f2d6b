package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.application.Appointments.TimeTaken;
import org.bodywork.bookings.appointment.application.BookingLimits.Visitor;
import org.bodywork.bookings.appointment.application.DayNumbers.DayIsFull;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.opening.domain.Asking;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Keeps a start for a visitor who is about to book it. */
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

    /** Empty when there is none, or it has become a visit. */
    public Mono<Hold> find(AppointmentId id) {
        return holds.byId(id);
    }

    /** Empty when the time is taken, or the therapist has enough to do on that day. */
    Mono<Hold> claim(Slot slot, Asking asking, Visitor visitor) {
        return take(slot, asking, visitor)
                .onErrorResume(TimeTaken.class, _ -> Mono.empty())
                .onErrorResume(DayIsFull.class, _ -> Mono.empty());
    }

    /** Fails with {@link Refusal.HoldNotRenewable} when it has had its second time. */
    public Mono<Hold> renew(AppointmentId id) {
        return change(id, hold -> Optional.of(hold.renew(now())));
    }

    /** Gives the time back; doing it again changes nothing. */
    public Mono<Void> release(AppointmentId id) {
        return change(id, hold -> hold.release(now())).then();
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

    private Mono<Hold> change(AppointmentId id, Function<Hold, Optional<Hold.Change>> decide) {
        return holds.byId(id)
                .switchIfEmpty(Mono.error(Refusal.NoSuchHold::new))
                .flatMap(hold -> decide.apply(hold).map(holds::apply).orElseGet(() -> Mono.just(hold)))
                .retryWhen(Retry.max(MOST_TRIES).filter(ChangedMeanwhile.class::isInstance));
    }

    /** MongoDB keeps milliseconds; what is answered at once must equal what is read later. */
    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
