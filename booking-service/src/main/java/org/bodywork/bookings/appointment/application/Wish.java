package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.application.Appointments.TimeTaken;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Block;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.appointment.domain.Limit;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Seat;
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
 * @param works what each therapist does; none where only people's time is taken
 */
record Wish(AppointmentId id, List<String> people, List<Work> works, List<Limit> limits) {

    /** How many may be faster than us on the same day, which is no reason to give up. */
    private static final int RIVALS_ON_A_DAY = 20;

    /** The whole of a slot, and the client's own time where the client is known. */
    static Wish of(AppointmentId id, Slot slot, Asking asking, @Nullable ClientMarks client, List<Limit> limits) {
        return of(id, List.of(slot), asking, client == null ? List.of() : List.of(client), limits);
    }

    /**
     * The same of everybody who comes together.
     *
     * @param clients in the order of the slots; none where nobody is known yet
     */
    static Wish of(AppointmentId id, List<Slot> slots, Asking asking, List<ClientMarks> clients, List<Limit> limits) {
        Stream<String> therapists = slots.stream()
                .flatMap(slot -> Resource.therapist(slot.listing().id()).keysDuring(slot.work()).stream());
        Stream<String> persons = IntStream.range(0, clients.size())
                .boxed()
                .flatMap(at -> keysOf(clients.get(at), slots.get(at).visit()).stream());
        return new Wish(
                id,
                Stream.concat(therapists, persons).toList(),
                slots.stream().map(slot -> Work.of(slot, asking)).toList(),
                limits);
    }

    /** Only the own time of those treated: therapist and room are held already. */
    static Wish ofHeld(AppointmentId id, Visit visit, List<ClientMarks> clients, List<Limit> limits) {
        List<String> keys = IntStream.range(0, clients.size())
                .boxed()
                .flatMap(
                        at -> keysOf(clients.get(at), visit.spanOf(visit.parts().get(at))).stream())
                .toList();
        return new Wish(id, keys, List.of(), limits);
    }

    /** Only the time of the person that the visit turns out to be of: where it stands, and where it is asked to move to. */
    static Wish ofPerson(Appointment visit, ClientMarks client) {
        List<String> keys = visit.visits().stream()
                .flatMap(each -> keysOf(client, each.spanOf(each.part())).stream())
                .toList();
        return new Wish(visit.id(), keys, List.of(), List.of());
    }

    /** Only the therapist's time. */
    static Wish of(Block block) {
        List<String> keys = Resource.therapist(block.therapist()).keysDuring(block.span());
        return new Wish(block.id(), keys, List.of(), List.of());
    }

    /** Where to begin without having looked. */
    Way firstWay() {
        return new Way(
                rooms(BusyTimes.none()),
                limits.stream().map(limit -> limit.firstFor(id)).collect(Collectors.toUnmodifiableSet()));
    }

    /** How often others may be faster than us before there is nothing left to choose from. */
    int choices() {
        int rooms = works.stream().mapToInt(work -> work.rooms().size()).sum();
        return rooms + limits.size() + added().size() * RIVALS_ON_A_DAY;
    }

    /** What it adds to days that have limits. */
    List<AddedVisit> added() {
        return works.stream().map(Work::added).flatMap(Optional::stream).toList();
    }

    /** Every key that this could take. */
    List<String> keys() {
        Stream<String> ofRooms = works.stream()
                .flatMap(work ->
                        work.rooms().stream().flatMap(room -> Resource.room(room).keysDuring(work.span()).stream()));
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
        return new Way(
                rooms(busy),
                limits.stream().map(limit -> freeNumber(limit, busy, now)).collect(Collectors.toUnmodifiableSet()));
    }

    private List<Optional<Room>> rooms(BusyTimes busy) {
        return rooms(busy, 0, Set.of()).orElseThrow(TimeTaken::new);
    }

    /** A free room for each work from there on that needs one, none twice. */
    private Optional<List<Optional<Room>>> rooms(BusyTimes busy, int from, Set<Room> given) {
        if (from == works.size()) {
            return Optional.of(List.of());
        }
        Work work = works.get(from);
        Stream<Optional<Room>> choices = work.rooms().isEmpty()
                ? Stream.of(Optional.empty())
                : work.rooms().stream()
                        .filter(room -> !given.contains(room) && busy.isFree(Resource.room(room), work.span()))
                        .map(Optional::of);
        return choices.flatMap(room -> rooms(busy, from + 1, room.map(Set::of).orElse(Set.of())).stream()
                        .map(rest ->
                                Stream.concat(Stream.of(room), rest.stream()).toList()))
                .findFirst();
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

    private static List<String> keysOf(ClientMarks client, TimeSpan span) {
        return Resource.client(client.key()).keysDuring(span);
    }

    /**
     * What exactly to take.
     *
     * @param rooms for each work, empty when none is needed
     * @param numbers one of each limit
     */
    record Way(List<Optional<Room>> rooms, Set<String> numbers) {

        /** Of the only work, if it has one. */
        @Nullable Room room() {
            return rooms.isEmpty() ? null : rooms.getFirst().orElse(null);
        }

        /** Those slots in these rooms. */
        List<Seat> seats(List<Slot> slots) {
            return IntStream.range(0, slots.size())
                    .mapToObj(at -> new Seat(slots.get(at), rooms.get(at).orElse(null)))
                    .toList();
        }

        Way with(Set<String> more) {
            return new Way(
                    rooms, Stream.concat(numbers.stream(), more.stream()).collect(Collectors.toUnmodifiableSet()));
        }
    }

    /**
     * What a therapist does.
     *
     * @param rooms any of which would do; none when no room is needed
     * @param span with the buffer after it
     * @param added what it adds to a day that has limits; empty where the day has none
     */
    record Work(List<Room> rooms, TimeSpan span, Optional<AddedVisit> added) {

        static Work of(Slot slot, Asking asking) {
            return new Work(roomsInTurn(slot), slot.work(), AddedVisit.of(slot, asking));
        }
    }

    /** A visit that a day gets. */
    record AddedVisit(WorkDay day, DayLimits limits, TimeSpan visit) {

        /** Where staff set the limits aside the day still gets its number, so that everybody sees it change. */
        static Optional<AddedVisit> of(Slot slot, Asking asking) {
            DayLimits limits = slot.listing().rules().limits();
            return limits.isNone()
                    ? Optional.empty()
                    : Optional.of(new AddedVisit(
                            WorkDay.of(slot), asking.waives(Waiver.LIMITS) ? DayLimits.NONE : limits, slot.visit()));
        }
    }
}
