package org.bodywork.therapists.importing.domain;

import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.Location;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.WeeklySchedule;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file as it is written.
 *
 * @param place the location that the row names
 * @param listed none for a place where nobody is listed
 */
public record ExportRow(
        Practice practice, Location place, @Nullable Listed listed) {

    /**
     * A therapist of a row.
     *
     * @param hours of the week in force
     */
    public record Listed(Therapist therapist, WeeklySchedule hours, EmailAddress email) {}
}
