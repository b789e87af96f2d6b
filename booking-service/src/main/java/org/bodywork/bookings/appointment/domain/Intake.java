package org.bodywork.bookings.appointment.domain;

import java.time.Instant;
import org.bodywork.bookings.client.domain.SealedText;

/**
 * A form that the client has answered before a visit.
 *
 * @param form the version of the form that was answered
 * @param at when it was handed in
 * @param answers JSON, as only the client's key opens it
 */
public record Intake(String form, Instant at, SealedText answers) {}
