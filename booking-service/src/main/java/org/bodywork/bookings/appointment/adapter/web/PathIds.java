package org.bodywork.bookings.appointment.adapter.web;

import java.util.Optional;
import org.bodywork.bookings.appointment.domain.AppointmentId;

/** Ids in paths: what is no id names nothing, like any other unknown one. */
final class PathIds {

    private PathIds() {}

    static Optional<AppointmentId> appointment(String text) {
        try {
            return Optional.of(AppointmentId.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
