package org.bodywork.bookings.appointment.domain;

import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.bookings.opening.domain.Slot;
import org.jspecify.annotations.Nullable;

/** What a client asks for, checked as far as it can be without looking at the time. */
public record Booking(
        Slot slot,
        @Nullable Room room,
        Client client,
        ClientMarks marks,
        Consent consent,
        @Nullable String note) {}
