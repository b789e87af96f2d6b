package org.bodywork.bookings.opening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.events.Event;
import org.jspecify.annotations.Nullable;

/**
 * Days of a therapist to forget; all of them when none is named. It may come twice and late, and has no sequence.
 *
 * @param locationId where a room was taken or freed too, which concerns everybody who works there
 */
public record OccupancyChanged(
        String therapistId, List<LocalDate> dates, @Nullable String locationId) {

    public static final String TYPE = "org.bodywork.occupancy.changed.v1";
    public static final String TOPIC = "occupancy";

    public static Event everythingAbout(TherapistId therapist, Instant at) {
        return event(new OccupancyChanged(therapist.toString(), List.of(), null), at);
    }

    /**
     * What a visit took or freed.
     *
     * @param roomsOf the location, when a room is among it
     */
    public static Event on(List<LocalDate> dates, TherapistId therapist, @Nullable LocationId roomsOf, Instant at) {
        String location = roomsOf == null ? null : roomsOf.toString();
        return event(new OccupancyChanged(therapist.toString(), dates, location), at);
    }

    private static Event event(OccupancyChanged changed, Instant at) {
        return Event.of(TOPIC, changed.therapistId(), TYPE, changed.therapistId(), 0, at, changed);
    }
}
