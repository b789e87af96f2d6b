package org.bodywork.bookings.appointment.adapter.web;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.bodywork.bookings.appointment.application.Place;
import org.bodywork.bookings.appointment.domain.BookedTreatment;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.opening.domain.BookingRules;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.site.SiteLanguage;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is about to book, as the pages say it.
 *
 * @param place null where that is not settled
 */
record Offer(
        Listing listing,
        BookedTreatment treatment,
        ZonedDateTime start,
        @Nullable Place place) {

    static Offer of(Hold hold, Listing listing, Place place) {
        return new Offer(listing, hold.visit().part().treatment(), hold.visit().zonedStart(), place);
    }

    /** The words of the pages, at that moment. */
    Map<String, Object> values(SiteLanguage language, Instant now) {
        BookingRules rules = listing.rules();
        ZonedDateTime freeUntil = start.minus(rules.cancellationCutoff());
        Map<String, Object> values = new HashMap<>();
        values.put("therapistId", listing.id().toString());
        values.put("treatmentId", treatment.id().toString());
        values.put("therapist", listing.name());
        values.put("treatment", treatment.name());
        values.put("minutes", SaidMinutes.of(treatment.name(), treatment.length()));
        values.put(
                "price",
                language.money(treatment.price().amount(), treatment.price().currency()));
        values.put("when", language.time(start));
        values.put("where", place == null ? "" : PlaceWords.of(place));
        values.put("instant", rules.instant());
        values.put("wait", HourWords.of(rules.requestWait()));
        values.put("freeUntil", now.isBefore(freeUntil.toInstant()) ? language.time(freeUntil) : "");
        values.put("fee", rules.feeText());
        return values;
    }
}
