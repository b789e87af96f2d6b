package org.bodywork.therapists.schedule.adapter.kafka;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.bodywork.therapists.listing.domain.LocationId;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.schedule.domain.BookedVisit;

/** What this service reads of a visit as booking-service tells it: ids and times, nothing of the client. */
record AppointmentState(
        String id, long sequence, String status, String therapistId, String locationId, Instant start, Instant end) {

    static final String TOPIC = "appointments";

    /** What the types of all its events begin with; the topic carries others. */
    private static final String TYPES = "org.bodywork.appointment.";

    /** The one among them that is about no single visit. */
    private static final String CHECKPOINT = "org.bodywork.appointment.checkpoint.v1";

    private static final Set<String> STANDING = Set.of("REQUESTED", "PROPOSED", "CONFIRMED", "CHECKED_IN");

    static boolean isToldBy(String type) {
        return type.startsWith(TYPES) && !type.equals(CHECKPOINT);
    }

    boolean stands() {
        return STANDING.contains(status);
    }

    TherapistId therapist() {
        return new TherapistId(UUID.fromString(therapistId));
    }

    BookedVisit visit() {
        return new BookedVisit(UUID.fromString(id), new LocationId(UUID.fromString(locationId)), start, end, status);
    }
}
