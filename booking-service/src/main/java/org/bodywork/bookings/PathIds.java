package org.bodywork.bookings;

import java.util.Optional;
import java.util.UUID;
import org.bodywork.bookings.appointment.domain.AppointmentId;

/** Ids in paths: what is no id names nothing, like any other unknown one. */
public final class PathIds {

    private PathIds() {}

    public static Optional<AppointmentId> appointment(String text) {
        return uuid(text).map(AppointmentId::of);
    }

    /** In its full form. */
    public static Optional<String> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
