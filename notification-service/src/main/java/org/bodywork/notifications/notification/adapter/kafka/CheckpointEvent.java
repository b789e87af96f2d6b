package org.bodywork.notifications.notification.adapter.kafka;

import java.time.Instant;
import java.util.List;
import org.bodywork.notifications.notification.application.Checkpoint;
import org.bodywork.notifications.notification.domain.AppointmentId;

/** A checkpoint as it travels on the topic {@code appointments}, reduced to what we read. */
record CheckpointEvent(Instant at, int part, String scope, List<Reached> visits) {

    record Reached(String id, long sequence) {

        private Checkpoint.Reached asReached() {
            return new Checkpoint.Reached(new AppointmentId(id), sequence);
        }
    }

    Checkpoint asCheckpoint() {
        return new Checkpoint(
                "%s|%s|%d".formatted(scope, at, part),
                visits.stream().map(Reached::asReached).toList());
    }
}
