package org.bodywork.bookings.appointment.domain;

import java.time.Instant;

/**
 * What the client agreed to be told by, when, and in answer to which wording.
 *
 * @param wording the version of the text that the client saw
 */
public record Consent(boolean email, boolean sms, Instant at, String wording) {}
