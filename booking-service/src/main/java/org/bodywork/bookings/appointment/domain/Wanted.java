package org.bodywork.bookings.appointment.domain;

import java.time.Instant;

/**
 * Another time that a confirmed visit is asked to move to. It is held until the other side answers; the visit stays
 * where it is meanwhile.
 *
 * @param visit what it would become
 * @param by who asks
 * @param expiresAt when silence becomes a no
 */
public record Wanted(Visit visit, Actor.Kind by, Instant expiresAt) {}
