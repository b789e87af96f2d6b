package org.bodywork.bookings.editing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bodywork.bookings.opening.domain.BookingRules;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Schedule;
import org.bodywork.bookings.opening.domain.TimeOff;
import org.bodywork.bookings.opening.domain.Treatment;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A listing as it would be: this service's own copy with one part as it was typed. It reads no more than openings depend
 * on; what is wrong there is named by its pointer and the key of a sentence.
 */
final class ChangedListing {

    private final Listing listing;
    private final TypedFields fields;

    private ChangedListing(Listing listing) {
        this.listing = listing;
        this.fields = new TypedFields(listing.zone());
    }

    /**
     * What came of it.
     *
     * @param listing null where something is wrong
     * @param faults keys of sentences by JSON pointer
     */
    record Read(@Nullable Listing listing, Map<String, String> faults) {}

    static Read of(Listing listing, Part part, JsonNode whole) {
        ChangedListing reading = new ChangedListing(listing);
        return reading.read(reading.changed(part, whole));
    }

    /** With time off more than there is. */
    static Read withTimeOff(Listing listing, JsonNode timeOff) {
        ChangedListing reading = new ChangedListing(listing);
        TimeOff more = new TypedSchedule(reading.fields).timeOff(timeOff, "");
        List<TimeOff> all = new ArrayList<>(listing.schedule().timeOff());
        if (more != null) {
            all.add(more);
        }
        Schedule now = listing.schedule();
        return reading.read(reading.with(new Schedule(now.weeks(), now.overrides(), all, now.holidays())));
    }

    private Read read(@Nullable Listing changed) {
        return new Read(fields.faults().isEmpty() ? changed : null, fields.faults());
    }

    private @Nullable Listing changed(Part part, JsonNode whole) {
        TypedOffer offer = new TypedOffer(fields);
        try {
            return switch (part) {
                case SCHEDULE ->
                    with(new TypedSchedule(fields)
                            .schedule(whole, listing.schedule().timeOff()));
                case TREATMENTS -> with(offer.treatments(whole.path("treatments")), listing.rules());
                case RULES -> with(listing.treatments(), offer.rules(whole.path("rules")));
                case CREDENTIALS -> until(offer.licence(whole.path("credentials")));
                case PROFILE -> published(whole.path("status").asString("").equals("published"));
            };
        } catch (IllegalArgumentException senseless) {
            // Each alone is right, together they are not: therapist-service says what it is.
            fields.faults().putIfAbsent("", "editing.fault.together");
            return null;
        }
    }

    private Listing with(Schedule schedule) {
        return with(listing.published(), listing.treatments(), listing.rules(), listing.licenceExpires(), schedule);
    }

    private Listing with(List<Treatment> treatments, BookingRules rules) {
        return with(listing.published(), treatments, rules, listing.licenceExpires(), listing.schedule());
    }

    private Listing until(@Nullable LocalDate licence) {
        return with(listing.published(), listing.treatments(), listing.rules(), licence, listing.schedule());
    }

    private Listing published(boolean shown) {
        return with(shown, listing.treatments(), listing.rules(), listing.licenceExpires(), listing.schedule());
    }

    private Listing with(
            boolean published,
            List<Treatment> treatments,
            BookingRules rules,
            @Nullable LocalDate licence,
            Schedule schedule) {
        return new Listing(
                listing.id(),
                published,
                listing.name(),
                listing.practice(),
                listing.zone(),
                treatments,
                rules,
                licence,
                listing.workplaces(),
                schedule,
                listing.busyElsewhere());
    }
}
