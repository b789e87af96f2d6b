package org.bodywork.bookings.appointment.adapter.web;

import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Opening;
import org.bodywork.bookings.site.SiteLanguage;

/** A time with somebody, in place of one that is taken. */
record OtherTime(String therapistId, String treatmentId, String therapist, WeekView.Time time) {

    static OtherTime of(Opening opening, Listing listing, SiteLanguage language) {
        return new OtherTime(
                opening.therapist().toString(),
                opening.treatment().toString(),
                listing.name(),
                WeekView.Time.of(opening.start(), language));
    }
}
