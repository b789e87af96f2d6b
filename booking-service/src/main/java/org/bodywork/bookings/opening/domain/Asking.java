package org.bodywork.bookings.opening.domain;

/** Who wants a start, as far as the rules differ. */
public enum Asking {
    /** Without proof everybody is new. */
    ANYBODY,
    /** Whoever holds the secret link of the visit. */
    KNOWN_CLIENT,
    /** Staff know how much notice they need and how far they plan. */
    STAFF
}
