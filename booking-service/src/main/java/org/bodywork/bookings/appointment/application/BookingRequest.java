package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for; every field is well-formed.
 *
 * @param hold the time held for just this, if any is
 */
public record BookingRequest(
        TherapistId therapist,
        TreatmentId treatment,
        Instant start,
        @Nullable AppointmentId hold,
        Client client,
        boolean emailAgreed,
        boolean smsAgreed,
        @Nullable String note) {}
