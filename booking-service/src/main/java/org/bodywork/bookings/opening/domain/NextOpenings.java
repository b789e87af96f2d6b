package org.bodywork.bookings.opening.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The first start of each treatment that anybody could book, as seen at one moment.
 *
 * @param openings in the order of the listing's treatments; a treatment without one is left out
 * @param locations where the therapist works: what is taken or freed there may change them
 * @param decidedBy what happens to times after this local date cannot change them
 * @param changesAt the first moment at which passing time alone may change them; none while nothing can be booked at all
 */
public record NextOpenings(
        List<NextOpening> openings, List<LocationId> locations, LocalDate decidedBy, Optional<Instant> changesAt) {

    public NextOpenings {
        openings = List.copyOf(openings);
        locations = List.copyOf(locations);
    }

    /** A treatment's first start. */
    public record NextOpening(TreatmentId treatment, Instant start) {}
}
