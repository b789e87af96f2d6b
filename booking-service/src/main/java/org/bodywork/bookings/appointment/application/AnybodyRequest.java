package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import org.bodywork.bookings.opening.domain.Need;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;

/**
 * What a client asks for who takes whoever fits.
 *
 * @param with the booking it becomes once somebody is chosen
 */
public record AnybodyRequest(Need need, Instant start, Chosen with) {

    /** Completes the request. */
    @FunctionalInterface
    public interface Chosen {

        BookingRequest booking(TherapistId therapist, TreatmentId treatment);
    }
}
