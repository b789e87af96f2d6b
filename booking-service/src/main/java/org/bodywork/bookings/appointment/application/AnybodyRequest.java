package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.util.Set;
import org.bodywork.bookings.opening.domain.Need;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.opening.domain.Waiver;

/**
 * What a client asks for who takes whoever fits.
 *
 * @param waived the rules that staff set aside
 * @param with the booking it becomes once somebody is chosen
 */
public record AnybodyRequest(Need need, Instant start, Set<Waiver> waived, Chosen with) {

    public AnybodyRequest {
        waived = Set.copyOf(waived);
    }

    /** Completes the request. */
    @FunctionalInterface
    public interface Chosen {

        BookingRequest booking(TherapistId therapist, TreatmentId treatment);
    }
}
