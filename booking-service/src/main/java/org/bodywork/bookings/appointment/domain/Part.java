package org.bodywork.bookings.appointment.domain;

import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.jspecify.annotations.Nullable;

/**
 * One person's treatment within a visit.
 *
 * @param room where it is given; null when it needs no room
 * @param person the name of the person treated; null while the time is only held
 */
public record Part(
        TherapistId therapist,
        String therapistName,
        BookedTreatment treatment,
        @Nullable Room room,
        @Nullable String person) {

    Part of(String somebody) {
        return new Part(therapist, therapistName, treatment, room, somebody);
    }

    Part in(@Nullable Room another) {
        return new Part(therapist, therapistName, treatment, another, person);
    }
}
