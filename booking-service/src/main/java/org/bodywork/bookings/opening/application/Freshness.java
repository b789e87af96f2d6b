package org.bodywork.bookings.opening.application;

/** Where an answer may come from. */
public enum Freshness {
    /** From memory while nothing has changed. */
    REMEMBERED,
    /** Computed now from what the database says is taken. */
    AFRESH
}
