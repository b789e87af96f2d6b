package org.bodywork.bookings.appointment.application;

/**
 * What a request is recognised by when it comes again.
 *
 * @param requestKey keyed hash of the idempotency key
 * @param bodyHash keyed hash of what was asked for
 */
public record Fingerprint(String requestKey, String bodyHash) {}
