package org.bodywork.bookings.appointment.adapter.mongo;

import java.time.Instant;
import java.time.ZoneId;
import org.bodywork.bookings.appointment.domain.GivenUp;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;

/** Time that a visit has given up, in the document of the visit until it has been told: the write that frees it says so. */
record GivenUpDocument(
        String id,
        String therapistId,
        String practiceId,
        String locationId,
        String zone,
        Instant start,
        Instant end,
        Instant at) {

    /** Where they lie; absent once all are told. */
    static final String FIELD = "givenUp";

    static GivenUpDocument of(GivenUp time) {
        return new GivenUpDocument(
                time.id(),
                time.therapist().toString(),
                time.practice().toString(),
                time.location().toString(),
                time.zone().getId(),
                time.start(),
                time.end(),
                time.at());
    }

    GivenUp time() {
        return new GivenUp(
                id,
                TherapistId.of(therapistId),
                PracticeId.of(practiceId),
                LocationId.of(locationId),
                ZoneId.of(zone),
                start,
                end,
                at);
    }
}
