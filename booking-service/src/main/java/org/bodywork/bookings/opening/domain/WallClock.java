package org.bodywork.bookings.opening.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** What a time on the wall clock of a location means where clocks are changed. */
final class WallClock {

    private WallClock() {}

    /** A time that the clocks skip is the moment they are put forward; one that they repeat is its first pass. */
    static Instant firstMomentOf(LocalDateTime time, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        return change != null && change.isGap()
                ? change.getInstant()
                : time.atZone(zone).toInstant();
    }
}
