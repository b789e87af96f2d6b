package org.bodywork.bookings.opening.domain;

import java.time.LocalDate;
import java.util.Set;

/**
 * Local dates without working hours.
 *
 * @param federal the holidays of the United States as well
 */
public record Holidays(boolean federal, Set<LocalDate> dates) {

    public static final Holidays NONE = new Holidays(false, Set.of());

    public Holidays {
        dates = Set.copyOf(dates);
    }

    boolean include(LocalDate date) {
        return dates.contains(date) || (federal && FederalHolidays.include(date));
    }
}
