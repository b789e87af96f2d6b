package org.bodywork.bookings.appointment.domain;

/**
 * What time is kept for, other than a visitor who is just booking it. The id of such a hold is nobody's right: only
 * whoever keeps it turns it into a visit, or gives it back.
 *
 * @param id of the series, the offer or whatever else asks for it
 */
public record HeldFor(Kind kind, String id) {

    /** Who keeps time for somebody. */
    public enum Kind {
        SERIES,
        OFFER,
        ALTERNATIVE
    }
}
