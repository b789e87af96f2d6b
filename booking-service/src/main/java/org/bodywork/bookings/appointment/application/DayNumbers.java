package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bodywork.bookings.appointment.application.Wish.AddedVisit;
import org.bodywork.bookings.appointment.domain.Holder;
import org.bodywork.bookings.appointment.domain.WorkDay;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Checks a visit against the limits of its day and finds the number that it has to take there. What has expired is ended
 * first and never merely left out, since somebody whose clock is behind may still be about to use it.
 */
final class DayNumbers {

    private static final int MOST_LOOKS = 4;

    private final Appointments appointments;
    private final EndExpired expired;

    DayNumbers(Appointments appointments, EndExpired expired) {
        this.appointments = appointments;
        this.expired = expired;
    }

    /** None where the day has no limits. Fails with {@link DayIsFull}. */
    Mono<Set<String>> of(Wish wish, Instant now) {
        return Flux.fromIterable(wish.added())
                .concatMap(added -> look(wish, added, now, MOST_LOOKS))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Mono<String> look(Wish wish, AddedVisit added, Instant now, int looksLeft) {
        WorkDay day = added.day();
        return appointments.on(day).collectList().flatMap(found -> {
            List<Holder> overdue =
                    found.stream().filter(holder -> holder.isOverdue(now)).toList();
            return looksLeft > 1 && (!overdue.isEmpty() || day.isTorn(found))
                    ? expired.among(overdue, now).then(Mono.defer(() -> look(wish, added, now, looksLeft - 1)))
                    : Mono.fromSupplier(() -> number(wish, added, found, now));
        });
    }

    private static String number(Wish wish, AddedVisit added, List<Holder> found, Instant now) {
        WorkDay day = added.day();
        if (!added.limits().allow(added.visit(), day.visits(found, wish.id(), now))) {
            throw new DayIsFull();
        }
        return day.nextNumber(found);
    }

    /** The visit would be more than the therapist does on that date. */
    static final class DayIsFull extends RuntimeException {
        DayIsFull() {
            super("the day is full", null, false, false);
        }
    }
}
