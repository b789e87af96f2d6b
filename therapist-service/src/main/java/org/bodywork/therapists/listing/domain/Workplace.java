package org.bodywork.therapists.listing.domain;

import java.time.ZoneId;
import java.util.List;

/** What a therapist's listing repeats of a location, so that it can be booked from the listing alone. */
public record Workplace(LocationId id, PracticeId practice, Area area, ZoneId zone, List<String> rooms) {

    public Workplace {
        rooms = List.copyOf(rooms);
    }

    public static Workplace at(Practice practice, Location location) {
        return new Workplace(location.id(), practice.id(), location.area(), location.zone(), location.rooms());
    }
}
