package org.bodywork.bookings.find;

import java.time.ZoneId;
import java.util.List;
import org.bodywork.bookings.appointment.application.Place.Address;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.jspecify.annotations.Nullable;

/**
 * What this service's own copy of the directory knows of a practice.
 *
 * @param kind a word of the directory, such as {@code wellness-center}
 * @param doctorsPapers what somebody may bring from a doctor
 */
public record ListedPractice(
        PracticeId id,
        String slug,
        String name,
        String kind,
        @Nullable String phone,
        List<String> doctorsPapers,
        boolean demo,
        List<Spot> places) {

    /**
     * Where it is.
     *
     * @param eases what helps to get in and onto the table
     */
    public record Spot(
            String name,
            Address address,
            double lat,
            double lon,
            ZoneId zone,
            List<String> eases,
            @Nullable Integer lowestTableInches) {}
}
