package org.bodywork.therapists.listing.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * Local dates on which a therapist is closed.
 *
 * @param federal the holidays of the United States as well
 * @param dates further ones of the therapist's own, in order
 */
public record Holidays(boolean federal, List<LocalDate> dates) {

    public static final Holidays NONE = new Holidays(false, List.of());

    public Holidays {
        dates = dates.stream().sorted().toList();
        Repeated.refuse(dates, "holiday");
    }

    boolean include(LocalDate date) {
        return dates.contains(date) || (federal && FederalHolidays.include(date));
    }
}
