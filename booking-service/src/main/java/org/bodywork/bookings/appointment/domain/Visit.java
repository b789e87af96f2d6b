package org.bodywork.bookings.appointment.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.bookings.opening.domain.Slot;
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
        Listing listing = slot.listing();
        Part part = new Part(listing.id(), listing.name(), BookedTreatment.of(slot.treatment()), room, null);
        return new Visit(
                List.of(part),
                slot.workplace().practice(),
                slot.workplace().id(),
                listing.zone(),
                slot.start().toLocalDateTime(),
                slot.start().toInstant(),
                slot.end(),
                1);
    }

    /** This visit at another slot of the same treatment, as it was booked. */
    public Visit movedTo(Slot slot, @Nullable Room room) {
        List<Part> moved = parts.stream()
                .map(part -> new Part(part.therapist(), part.therapistName(), part.treatment(), room, part.person()))
                .toList();
        Visit there = of(slot, room);
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
        List<Part> theirs = parts.stream()
                .map(part -> new Part(part.therapist(), part.therapistName(), part.treatment(), part.room(), person))
                .toList();
        return new Visit(theirs, practice, location, zone, localStart, start, end, timeRevision);
    }

    /**
     * The keys of all time that the visit takes from therapists and rooms, buffer included, and from the client, when
     * there is one.
     */
    List<String> keys(@Nullable ClientMarks marks) {
        Stream<String> client = marks == null
                ? Stream.of()
                : Resource.client(marks.key()).keysDuring(new TimeSpan(start, end)).stream();
        return Stream.concat(parts.stream().flatMap(this::keysOf), client).toList();
    }

    private Stream<String> keysOf(Part part) {
        TimeSpan work = new TimeSpan(start, end.plus(part.treatment().buffer()));
        Stream<String> therapist = Resource.therapist(part.therapist()).keysDuring(work).stream();
        Room room = part.room();
        return room == null ? therapist : Stream.concat(therapist, Resource.room(room).keysDuring(work).stream());
    }
}
