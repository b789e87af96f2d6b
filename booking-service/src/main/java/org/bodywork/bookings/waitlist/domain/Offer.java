package org.bodywork.bookings.waitlist.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.jspecify.annotations.Nullable;

/**
 * A time kept for one person, as that person's entry remembers it.
 *
 * @param end of the treatment, without the buffer after it
 * @param at when its outcome came to be, in business time
 * @param visit what it became
 */
public record Offer(
        OfferId id,
        TherapistId therapist,
        TreatmentId treatment,
        PracticeId practice,
        LocationId location,
        ZoneId zone,
        Instant start,
        Instant end,
        Instant expiresAt,
        Instant at,
        OfferOutcome outcome,
        @Nullable AppointmentId visit) {

    public boolean isOpen() {
        return outcome == OfferOutcome.OPEN;
    }

    public ZonedDateTime zonedStart() {
        return start.atZone(zone);
    }

    public LocalDateTime localStart() {
        return zonedStart().toLocalDateTime();
    }

    Offer became(OfferOutcome what, @Nullable AppointmentId booked, Instant now) {
        return new Offer(id, therapist, treatment, practice, location, zone, start, end, expiresAt, now, what, booked);
    }
}
