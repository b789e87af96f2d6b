package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.opening.domain.BusyTimes;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks who stands in the way of a slot and ends what has expired, by compare-and-set like any other change. */
public final class WayClearing {

    private final Appointments appointments;
    private final BusinessClock clock;

    public WayClearing(Appointments appointments, BusinessClock clock) {
        this.appointments = appointments;
        this.clock = clock;
    }

    /** The way to take the slot as it looks now, after ending expired claims; empty when somebody holds it. */
    Mono<Free> clear(Slot slot, ClientMarks marks) {
        Instant now = clock.now();
        return appointments
                .holding(keysOf(slot, marks))
                .collectList()
                .flatMap(holders -> Mono.justOrEmpty(way(slot, marks, busy(holders, now)))
                        .flatMap(free -> end(holders, now).thenReturn(free)));
    }

    /** Whether the therapist already has something in the time that the treatment would take. */
    Mono<Boolean> isBusy(Listing listing, Treatment treatment, Instant start) {
        Instant now = clock.now();
        TimeSpan visit = new TimeSpan(start, start.plus(treatment.length()));
        return appointments
                .holding(Resource.therapist(listing.id()).keysDuring(visit))
                .any(holder -> holder.claim().standsAt(now));
    }

    private Mono<Void> end(List<Appointment> holders, Instant now) {
        return Flux.fromIterable(holders)
                .mapNotNull(holder -> holder.expire(now).orElse(null))
                .concatMap(change -> appointments
                        .apply(change)
                        // Somebody else has just ended it, or its therapist was faster: the next try will tell.
                        .onErrorResume(ChangedMeanwhile.class, _ -> Mono.empty()))
                .then();
    }

    private static BusyTimes busy(List<Appointment> holders, Instant now) {
        return BusyTimes.of(holders.stream().map(Appointment::claim).toList(), now);
    }

    private static Optional<Free> way(Slot slot, ClientMarks marks, BusyTimes busy) {
        boolean peopleAreFree = busy.isFree(Resource.therapist(slot.listing().id()), slot.work())
                && busy.isFree(Resource.client(marks.key()), slot.visit());
        if (!peopleAreFree) {
            return Optional.empty();
        }
        if (!slot.treatment().roomNeeded()) {
            return Optional.of(new Free(null));
        }
        return slot.suitableRooms().stream()
                .filter(room -> busy.isFree(Resource.room(room), slot.work()))
                .findFirst()
                .map(Free::new);
    }

    private static List<String> keysOf(Slot slot, ClientMarks marks) {
        Stream<Resource> rooms = slot.suitableRooms().stream().map(Resource::room);
        Stream<String> work = Stream.concat(
                        Stream.of(Resource.therapist(slot.listing().id())), rooms)
                .flatMap(resource -> resource.keysDuring(slot.work()).stream());
        return Stream.concat(work, Resource.client(marks.key()).keysDuring(slot.visit()).stream())
                .toList();
    }

    /**
     * Nobody is in the way.
     *
     * @param room one that is free; null when none is needed
     */
    record Free(@Nullable Room room) {}
}
