package org.bodywork.bookings.opening.domain;

/** Whom a treatment is meant for. */
public enum ForClients {
    ANY,
    NEW,
    RETURNING
}
