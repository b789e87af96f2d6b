package org.bodywork.bookings.appointment.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * What was promised: these treatments, there, at that time on the wall clock of the place.
 *
 * @param timeRevision rises with every change of start, from 1
 */
public record Visit(
        List<Part> parts,
        PracticeId practice,
        LocationId location,
        ZoneId zone,
        LocalDateTime localStart,
        Instant start,
        Instant end,
        int timeRevision) {

    public Visit {
        parts = List.copyOf(parts);
    }

    public Part part() {
        return parts.getFirst();
    }

    /** Whether two people are treated at the same time. */
    public boolean isForTwo() {
        return parts.size() > 1;
    }

    public Set<TherapistId> therapists() {
        return parts.stream().map(Part::therapist).collect(Collectors.toUnmodifiableSet());
    }

    /** How long the therapist treats somebody; without the buffer. */
    public TimeSpan spanOf(TherapistId therapist) {
        return parts.stream()
                .filter(part -> part.therapist().equals(therapist))
                .findFirst()
                .map(this::spanOf)
                .orElseGet(() -> new TimeSpan(start, end));
    }

    /** Both begin together; each treatment takes as long as it takes. */
    public TimeSpan spanOf(Part part) {
        return new TimeSpan(start, isForTwo() ? start.plus(part.treatment().length()) : end);
    }

    /** The name of the room it takes, if it takes one. */
    @Nullable String roomName() {
        Room room = part().room();
        return room == null ? null : room.name();
    }

    public ZonedDateTime zonedStart() {
        return start.atZone(zone);
    }

    /** When the day of the visit begins at the place; not always at midnight. */
    public ZonedDateTime startOfDay() {
        return localStart.toLocalDate().atStartOfDay(zone);
    }

    public ZonedDateTime zonedEnd() {
        return end.atZone(zone);
    }

    /** A slot as promised to nobody in particular yet. */
    public static Visit of(Slot slot, @Nullable Room room) {
        return of(List.of(new Seat(slot, room)));
    }

    /** Slots that begin at one time and place, each with a therapist of its own; it ends with the last. */
    public static Visit of(List<Seat> seats) {
        Slot first = seats.getFirst().slot();
        return new Visit(
                seats.stream().map(Visit::part).toList(),
                first.workplace().practice(),
                first.workplace().id(),
                first.listing().zone(),
                first.start().toLocalDateTime(),
                first.start().toInstant(),
                seats.stream()
                        .map(seat -> seat.slot().end())
                        .max(Instant::compareTo)
                        .orElseThrow(),
                1);
    }

    private static Part part(Seat seat) {
        Listing listing = seat.slot().listing();
        return new Part(
                listing.id(), listing.name(), BookedTreatment.of(seat.slot().treatment()), seat.room(), null);
    }

    /** This visit at another slot of the same treatment, as it was booked. */
    public Visit movedTo(Slot slot, @Nullable Room room) {
        return movedTo(List.of(new Seat(slot, room)));
    }

    /** The same of each part, in their order. */
    public Visit movedTo(List<Seat> seats) {
        List<Part> moved = IntStream.range(0, parts.size())
                .mapToObj(at -> parts.get(at).in(seats.get(at).room()))
                .toList();
        Visit there = of(seats);
        return new Visit(
                moved,
                there.practice,
                there.location,
                there.zone,
                there.localStart,
                there.start,
                there.start.plus(Duration.between(start, end)),
                timeRevision + 1);
    }

    /** This visit as somebody else gives it, to the same person. */
    Visit handedTo(Visit there) {
        Part given = there.part();
        return new Visit(
                List.of(new Part(
                        given.therapist(), given.therapistName(), given.treatment(), given.room(), part().person())),
                there.practice,
                there.location,
                there.zone,
                there.localStart,
                there.start,
                there.end,
                timeRevision + 1);
    }

    /** This visit, of that person. */
    public Visit of(String person) {
        return withParts(
                Stream.concat(Stream.of(part().of(person)), parts.stream().skip(1))
                        .toList());
    }

    /** The same, whose second part is that person's. */
    Visit with(@Nullable Companion companion) {
        return companion == null
                ? this
                : withParts(List.of(part(), parts.getLast().of(companion.name())));
    }

    /** As it looks from the other side: the second part first. */
    Visit turned() {
        return withParts(parts.reversed());
    }

    private Visit withParts(List<Part> others) {
        return new Visit(others, practice, location, zone, localStart, start, end, timeRevision);
    }

    /**
     * The keys of all time that the visit takes from therapists and rooms, buffer included, and from whom they treat.
     *
     * @param people in the order of the parts; none while the time is only held
     */
    List<String> keys(List<ClientMarks> people) {
        Stream<String> clients = IntStream.range(0, people.size())
                .boxed()
                .flatMap(at -> Resource.client(people.get(at).key()).keysDuring(spanOf(parts.get(at))).stream());
        return Stream.concat(parts.stream().flatMap(this::keysOf), clients).toList();
    }

    private Stream<String> keysOf(Part part) {
        TimeSpan span = spanOf(part);
        TimeSpan work =
                new TimeSpan(span.from(), span.until().plus(part.treatment().buffer()));
        Stream<String> therapist = Resource.therapist(part.therapist()).keysDuring(work).stream();
        Room room = part.room();
        return room == null ? therapist : Stream.concat(therapist, Resource.room(room).keysDuring(work).stream());
    }
}
