package org.bodywork.bookings.opening.domain;

/** A rule that staff may set aside for one visit; the names are part of the API. */
public enum Waiver {
    NOTICE,
    HORIZON,
    GRID,
    HOURS,
    /** Those over a day. */
    LIMITS;

    /** Whether it sets aside what keeps a start from lying in the hours. */
    static boolean covers(Asking asking, Hindrance hoursHindrance) {
        return asking.waives(hoursHindrance == Hindrance.OFF_GRID ? GRID : HOURS);
    }
}
