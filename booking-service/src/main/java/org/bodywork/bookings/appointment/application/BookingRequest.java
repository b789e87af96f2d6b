package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.jspecify.annotations.Nullable;

/** What a client asks for; every field is well-formed. */
public record BookingRequest(
        TherapistId therapist,
        TreatmentId treatment,
        Instant start,
        Client client,
        boolean emailAgreed,
        boolean smsAgreed,
        @Nullable String note) {}
