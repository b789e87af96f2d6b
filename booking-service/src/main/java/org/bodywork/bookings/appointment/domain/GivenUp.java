package org.bodywork.bookings.appointment.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;

/**
 * A therapist's time that somebody has given up before it came.
 *
 * @param id the same however often it is told
 * @param end of the visit, without the buffer after it
 * @param at when, in business time
 */
public record GivenUp(
        String id,
        TherapistId therapist,
        PracticeId practice,
        LocationId location,
        ZoneId zone,
        Instant start,
        Instant end,
        Instant at) {

    static Stream<GivenUp> of(AppointmentId appointment, long version, Visit visit, Instant at) {
        return visit.parts().stream()
                .map(part -> new GivenUp(
                        "%s|%d|%s|%s".formatted(appointment, version, part.therapist(), visit.start()),
                        part.therapist(),
                        visit.practice(),
                        visit.location(),
                        visit.zone(),
                        visit.start(),
                        visit.end(),
                        at));
    }
}
