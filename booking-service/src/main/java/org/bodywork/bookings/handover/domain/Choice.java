package org.bodywork.bookings.handover.domain;

import java.time.Instant;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;

/**
 * One of what is held for a client.
 *
 * @param hold what holds it
 */
public record Choice(AppointmentId hold, TherapistId therapist, TreatmentId treatment, Instant start) {

    public static Choice of(Hold held) {
        Visit visit = held.visit();
        return new Choice(
                held.id(), visit.part().therapist(), visit.part().treatment().id(), visit.start());
    }
}
