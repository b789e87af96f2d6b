package org.bodywork.bookings.plan.domain;

import java.time.Instant;
import org.bodywork.bookings.appointment.domain.AppointmentId;

/** A visit of a plan that took place, or takes place now. */
public record PlannedVisit(AppointmentId id, Instant start) {}
