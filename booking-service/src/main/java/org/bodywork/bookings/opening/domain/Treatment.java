package org.bodywork.bookings.opening.domain;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What can be booked with one therapist.
 *
 * @param buffer the time after the visit in which therapist and room stay taken
 * @param rooms names of the rooms any of which would do; none named, then any room of the place would
 */
public record Treatment(
        TreatmentId id,
        String name,
        Duration length,
        Duration buffer,
        Money price,
        boolean roomNeeded,
        ForClients clients,
        Set<String> rooms) {

    /** Any room would do, if it needs one. */
    public Treatment(
            TreatmentId id,
            String name,
            Duration length,
            Duration buffer,
            Money price,
            boolean roomNeeded,
            ForClients clients) {
        this(id, name, length, buffer, price, roomNeeded, clients, Set.of());
    }

    public Treatment {
        rooms = Set.copyOf(rooms);
        Cells.requireWhole(length, "a treatment's length");
        Cells.requireWhole(buffer, "a treatment's buffer");
        if (!length.isPositive()) {
            throw new IllegalArgumentException("a treatment takes time");
        }
        if (buffer.isNegative()) {
            throw new IllegalArgumentException("a treatment's buffer is not negative");
        }
    }

    /** The rooms of that place any of which would do; none when it needs no room. */
    List<Room> suitableRooms(Workplace place) {
        return roomNeeded ? place.rooms().stream().filter(this::fitsInto).toList() : List.of();
    }

    /** Whether that place has what it needs at all. */
    boolean canBeGivenAt(Workplace place) {
        return !roomNeeded || place.rooms().stream().anyMatch(this::fitsInto);
    }

    private boolean fitsInto(Room room) {
        return rooms.isEmpty() || rooms.contains(room.name());
    }
}
