package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.bodywork.bookings.appointment.application.Appointments.TimeTaken;
import org.bodywork.bookings.appointment.application.Wish.Way;
import org.bodywork.bookings.appointment.domain.Holder;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.opening.domain.BusyTimes;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/**
 * Takes time by the write itself: whoever the unique index lets through has it. Only when something stands in the way is
 * it looked at; what has expired is ended, by compare-and-set like any other change, and the write is tried again.
 */
public final class TakeTime {

    /** Each try after the first has found the way free. */
    private static final int MOST_TRIES = 4;

    private final Appointments appointments;
    private final EndExpired expired;
    private final DayNumbers days;
    private final BusinessClock clock;

    public TakeTime(Appointments appointments, Holds holds, BusinessClock clock) {
        this.appointments = appointments;
        this.expired = new EndExpired(appointments, holds);
        this.days = new DayNumbers(appointments, expired);
        this.clock = clock;
    }

    /**
     * Fails with {@link TimeTaken} when somebody has the time, with {@link DayNumbers.DayIsFull} when the therapist has
     * enough to do that day, with {@link Refusal.TooMany} when a limit is reached.
     *
     * @param write fails with {@link TimeTaken} when the database refuses it
     */
    <T> Mono<T> take(Wish wish, Function<Way, Mono<T>> write) {
        return attempt(wish, wish.firstWay(), MOST_TRIES + wish.choices(), write);
    }

    private <T> Mono<T> attempt(Wish wish, Way way, int triesLeft, Function<Way, Mono<T>> write) {
        return days.of(wish, clock.now())
                .flatMap(numbers -> write.apply(way.with(numbers)))
                .onErrorResume(
                        TimeTaken.class,
                        taken -> clear(wish)
                                .filter(_ -> triesLeft > 1)
                                .switchIfEmpty(Mono.error(taken))
                                .flatMap(free -> attempt(wish, free, triesLeft - 1, write)));
    }

    private Mono<Way> clear(Wish wish) {
        Instant now = clock.now();
        return appointments
                .holding(wish.keys())
                .filter(holder -> !holder.id().equals(wish.id()))
                .collectList()
                .flatMap(holders -> Mono.fromSupplier(() -> wish.past(busy(holders, now), now))
                        .flatMap(free -> expired.among(holders, now).thenReturn(free)));
    }

    private static BusyTimes busy(List<Holder> holders, Instant now) {
        return BusyTimes.of(
                holders.stream().flatMap(holder -> holder.claims().stream()).toList(), now);
    }
}
