package org.bodywork.bookings.appointment.adapter.web;

import java.util.Optional;
import java.util.UUID;
import org.bodywork.bookings.appointment.domain.AppointmentId;

/** Ids in paths: what is no id names nothing, like any other unknown one. */
final class PathIds {

    private PathIds() {}

    static Optional<AppointmentId> appointment(String text) {
        return uuid(text).map(AppointmentId::of);
    }

    /** In its full form. */
    static Optional<String> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
