package org.bodywork.bookings.appointment.domain;

import java.time.Instant;

/** Somebody has read the answers of a visit's client. It changes nothing about the visit. */
public record IntakeReading(Instant at, String accountId) {}
