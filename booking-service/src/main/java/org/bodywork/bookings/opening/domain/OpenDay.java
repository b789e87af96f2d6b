package org.bodywork.bookings.opening.domain;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The starts of one local date, in order; none on a day off. */
public record OpenDay(LocalDate date, @Nullable LocationId location, List<ZonedDateTime> starts) {

    public OpenDay {
        starts = List.copyOf(starts);
    }

    /** The day as it looks to whoever comes to these places only. */
    OpenDay at(Set<LocationId> places) {
        return location == null || places.contains(location) ? this : new OpenDay(date, location, List.of());
    }
}
