package org.bodywork.therapists.schedule.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.bodywork.therapists.listing.domain.LocationId;
import org.bodywork.therapists.listing.domain.Schedule;

/**
 * A visit that stands, as far as this service has heard.
 *
 * @param status as booking-service names it
 */
public record BookedVisit(UUID id, LocationId location, Instant start, Instant end, String status) {

    /** Whether it lies within the hours before and no longer after: what was an exception already is not told again. */
    public boolean isTouchedBy(Schedule before, Schedule after, ZoneId zone) {
        return fits(before, zone) && !fits(after, zone);
    }

    private boolean fits(Schedule schedule, ZoneId zone) {
        return schedule.allows(location, start, end, zone);
    }
}
