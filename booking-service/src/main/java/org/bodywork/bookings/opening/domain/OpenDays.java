package org.bodywork.bookings.opening.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Openings as they are at one moment.
 *
 * @param validUntil the first moment at which passing time alone may change them
 */
public record OpenDays(ZoneId zone, List<OpenDay> days, Instant validUntil) {

    public OpenDays {
        days = List.copyOf(days);
    }

    public Stream<ZonedDateTime> starts() {
        return days.stream().flatMap(day -> day.starts().stream());
    }

    /** Without what is open anywhere else; with nowhere named, as it is. */
    public OpenDays at(Set<LocationId> places) {
        return places.isEmpty()
                ? this
                : new OpenDays(zone, days.stream().map(day -> day.at(places)).toList(), validUntil);
    }
}
