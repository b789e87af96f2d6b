package org.bodywork.notifications.notification.application;

import java.util.List;
import org.bodywork.notifications.notification.domain.AppointmentId;

/** Which visits there are, and how far they had come when this was written. */
public record Checkpoint(String name, List<Reached> visits) {

    public record Reached(AppointmentId id, long sequence) {}
}
