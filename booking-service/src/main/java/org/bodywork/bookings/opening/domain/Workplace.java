package org.bodywork.bookings.opening.domain;

import java.util.List;

/** A location as one therapist uses it. */
public record Workplace(LocationId id, PracticeId practice, List<Room> rooms) {

    public Workplace {
        rooms = List.copyOf(rooms);
    }
}
