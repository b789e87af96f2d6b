package org.bodywork.bookings.appointment.domain;

import java.util.UUID;

/** Names one appointment. */
public record AppointmentId(UUID value) {

    public static AppointmentId of(String text) {
        return new AppointmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
