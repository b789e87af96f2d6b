package org.bodywork.notifications.notification.adapter.mongo;

import java.time.Instant;
import java.util.List;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.LocationId;
import org.bodywork.notifications.notification.domain.TherapistId;
import org.bodywork.notifications.notification.domain.Told;
import org.jspecify.annotations.Nullable;

/** What was told of a visit, as stored. */
record ToldDocument(
        Instant start,
        String therapistId,
        String locationId,
        @Nullable List<String> together) {

    static @Nullable ToldDocument of(@Nullable Told told) {
        return told == null
                ? null
                : new ToldDocument(
                        told.start(),
                        told.therapist().value(),
                        told.location().value(),
                        told.together().isEmpty()
                                ? null
                                : told.together().stream()
                                        .map(AppointmentId::value)
                                        .toList());
    }

    Told asTold() {
        return new Told(
                start,
                new TherapistId(therapistId),
                new LocationId(locationId),
                together == null
                        ? List.of()
                        : together.stream().map(AppointmentId::new).toList());
    }
}
