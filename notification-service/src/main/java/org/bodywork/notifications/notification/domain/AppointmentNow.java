package org.bodywork.notifications.notification.domain;

import java.time.Instant;

/** What the owner of a visit answers about it at this moment. */
public record AppointmentNow(VisitStatus status, Instant start) {}
