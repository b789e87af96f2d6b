package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.application.Appointments.TimeTaken;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Block;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.appointment.domain.Limit;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.appointment.domain.WorkDay;
import org.bodywork.bookings.opening.domain.Asking;
import org.bodywork.bookings.opening.domain.BusyTimes;
import org.bodywork.bookings.opening.domain.DayLimits;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.opening.domain.Waiver;
import org.jspecify.annotations.Nullable;

/**
 * Time that somebody wants to take.
 *
 * @param id of whoever takes it; what it has already is not in its own way
 * @param people the keys that must all be free
 * @param rooms any of which would do while the work lasts; none when no room is needed
 * @param added what it adds to a day that has limits; null where the day has none, or has it already
 */
record Wish(
        AppointmentId id,
        List<String> people,
        List<Room> rooms,
        TimeSpan work,
        List<Limit> limits,
        @Nullable AddedVisit added) {

    /** How many may be faster than us on the same day, which is no reason to give up. */
    private static final int RIVALS_ON_A_DAY = 20;

    /** The whole of a slot, and the client's own time where the client is known. */
    static Wish of(AppointmentId id, Slot slot, Asking asking, @Nullable ClientMarks client, List<Limit> limits) {
        Resource therapist = Resource.therapist(slot.listing().id());
        List<String> people = Stream.concat(
                        therapist.keysDuring(slot.work()).stream(), keysOf(client, slot.visit()).stream())
                .toList();
        return new Wish(id, people, roomsInTurn(slot), slot.work(), limits, AddedVisit.of(slot, asking));
    }

    /** Only the client's own time: therapist and room are held already. */
    static Wish ofHeld(AppointmentId id, Visit visit, ClientMarks client, List<Limit> limits) {
        TimeSpan span = new TimeSpan(visit.start(), visit.end());
        return new Wish(id, keysOf(client, span), List.of(), span, limits, null);
    }

    /** Only the time of the person that the visit turns out to be of: where it stands, and where it is asked to move to. */
    static Wish ofPerson(Appointment visit, ClientMarks client) {
        List<String> keys = visit.visits().stream()
                .flatMap(each -> keysOf(client, new TimeSpan(each.start(), each.end())).stream())
                .toList();
        return new Wish(visit.id(), keys, List.of(), visit.span(), List.of(), null);
    }

    /** Only the therapist's time. */
    static Wish of(Block block) {
        List<String> keys = Resource.therapist(block.therapist()).keysDuring(block.span());
        return new Wish(block.id(), keys, List.of(), block.span(), List.of(), null);
    }

    /** Where to begin without having looked. */
    Way firstWay() {
        return new Way(
                rooms.isEmpty() ? null : rooms.getFirst(),
                limits.stream().map(limit -> limit.firstFor(id)).collect(Collectors.toUnmodifiableSet()));
    }

    /** How often others may be faster than us before there is nothing left to choose from. */
    int choices() {
        return rooms.size() + limits.size() + (added == null ? 0 : RIVALS_ON_A_DAY);
    }

    /** Every key that this could take. */
    List<String> keys() {
        Stream<String> ofRooms = rooms.stream().flatMap(room -> Resource.room(room).keysDuring(work).stream());
        Stream<String> numbers = limits.stream().flatMap(limit -> limit.numbers().stream());
        return Stream.of(people.stream(), ofRooms, numbers)
                .flatMap(keys -> keys)
                .toList();
    }

    /**
     * What to take, past what is busy.
     *
     * @throws TimeTaken when somebody has the time
     * @throws Refusal.TooMany when all numbers of a limit are in use
     */
    Way past(BusyTimes busy, Instant now) {
        if (!people.stream().allMatch(busy::isFree)) {
            throw new TimeTaken();
        }
        Room room = rooms.isEmpty()
                ? null
                : rooms.stream()
                        .filter(each -> busy.isFree(Resource.room(each), work))
                        .findFirst()
                        .orElseThrow(TimeTaken::new);
        return new Way(
                room,
                limits.stream().map(limit -> freeNumber(limit, busy, now)).collect(Collectors.toUnmodifiableSet()));
    }

    /** Those who look at the same moment choose differently. */
    private String freeNumber(Limit limit, BusyTimes busy, Instant now) {
        List<String> free = limit.numbers().stream().filter(busy::isFree).toList();
        if (free.isEmpty()) {
            throw Refusal.TooMany.until(busy.nextExpiry().orElse(null), now);
        }
        return free.get(Math.floorMod(id.hashCode(), free.size()));
    }

    /** Therapists of one house begin at different rooms, so that they seldom meet. */
    private static List<Room> roomsInTurn(Slot slot) {
        List<Room> rooms = new ArrayList<>(slot.suitableRooms());
        Collections.rotate(rooms, slot.listing().id().hashCode());
        return rooms;
    }

    private static List<String> keysOf(@Nullable ClientMarks client, TimeSpan span) {
        return client == null ? List.of() : Resource.client(client.key()).keysDuring(span);
    }

    /**
     * What exactly to take.
     *
     * @param room null when none is needed
     * @param numbers one of each limit
     */
    record Way(@Nullable Room room, Set<String> numbers) {

        Way with(Set<String> more) {
            return new Way(
                    room, Stream.concat(numbers.stream(), more.stream()).collect(Collectors.toUnmodifiableSet()));
        }
    }

    /** A visit that a day gets. */
    record AddedVisit(WorkDay day, DayLimits limits, TimeSpan visit) {

        /** Where staff set the limits aside the day still gets its number, so that everybody sees it change. */
        static @Nullable AddedVisit of(Slot slot, Asking asking) {
            DayLimits limits = slot.listing().rules().limits();
            return limits.isNone()
                    ? null
                    : new AddedVisit(
                            WorkDay.of(slot), asking.waives(Waiver.LIMITS) ? DayLimits.NONE : limits, slot.visit());
        }
    }
}
