package org.bodywork.bookings.opening.domain;

/** Why a start is no opening; the names are part of the API. */
public enum Hindrance {
    /** The therapist does not work on that date. */
    NO_HOURS,
    /** The therapist does not work on that date because it is a holiday. */
    HOLIDAY,
    /** On that date the therapist works at another place than the visit was booked for. */
    ANOTHER_PLACE,
    /** The visit does not fit into any range of that date's hours. */
    OUTSIDE_HOURS,
    /** The range begins at another distance from it than a multiple of the grid. */
    OFF_GRID,
    NOT_PUBLISHED,
    FOR_RETURNING_CLIENTS,
    /** Whoever asks is proven to have been there before; it is in nobody else's way. */
    FOR_NEW_CLIENTS,
    NOTICE,
    HORIZON,
    TIME_OFF,
    /** The therapist is busy by their calendar elsewhere. */
    OUTSIDE_CALENDAR,
    LICENCE,
    THERAPIST_BUSY,
    NO_ROOM_FREE,
    /** The therapist would do more on that date, or without a rest, than the listing allows. */
    DAY_LIMITS
}
