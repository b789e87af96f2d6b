package org.bodywork.bookings.appointment.domain;

import java.time.Instant;

/**
 * What is held for the client because the therapist is away. The visit stays as it is until the client has chosen.
 *
 * @param handover names what is held
 * @param until how long it is
 */
public record Alternatives(String handover, Instant until) {}
