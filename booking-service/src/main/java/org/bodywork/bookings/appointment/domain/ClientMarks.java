package org.bodywork.bookings.appointment.domain;

/**
 * Keyed hashes that stand for a client without telling who it is.
 *
 * @param ref stands for the email address
 * @param key stands for the person treated: email address and name
 * @param keyId names the key both were made with
 */
public record ClientMarks(String ref, String key, String keyId) {}
