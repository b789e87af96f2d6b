package org.bodywork.therapists.listing.domain;

import java.time.LocalDate;

/** The hours of every week from a local date on, until the next version. */
public record ScheduleVersion(LocalDate validFrom, WeeklySchedule week) {

    /** Before anything that can be booked: for hours that were always so. */
    public static final LocalDate ALWAYS = LocalDate.EPOCH;

    public boolean isFromTheBeginning() {
        return validFrom.equals(ALWAYS);
    }
}
