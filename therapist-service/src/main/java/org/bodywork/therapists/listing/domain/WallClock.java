package org.bodywork.therapists.listing.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** What a time on the wall clock of a place means where clocks are changed. */
public final class WallClock {

    private WallClock() {}

    /** Whether the clocks are put forward past that time, so that no clock ever shows it. */
    public static boolean skips(LocalDateTime time, ZoneId zone) {
        return zone.getRules().getValidOffsets(time).isEmpty();
    }

    /**
     * The first moment at which clocks show that time: the first pass of one they repeat, and the change itself for one
     * they skip.
     */
    public static Instant firstMoment(LocalDateTime time, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        return change != null && change.isGap()
                ? change.getInstant()
                : time.atZone(zone).toInstant();
    }
}
