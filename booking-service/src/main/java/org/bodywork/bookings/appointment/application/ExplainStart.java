package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.application.Occupancy;
import org.bodywork.bookings.opening.application.Workloads;
import org.bodywork.bookings.opening.domain.Hindrance;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.OpeningCalendar;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** Tells staff which rules, and whose visits, keep a start from being an opening. */
public final class ExplainStart {

    private final Listings listings;
    private final Occupancy occupancy;
    private final Workloads workloads;
    private final BusinessClock clock;

    public ExplainStart(Listings listings, Occupancy occupancy, Workloads workloads, BusinessClock clock) {
        this.listings = listings;
        this.occupancy = occupancy;
        this.workloads = workloads;
        this.clock = clock;
    }

    /** Nothing when it is an opening. Fails with {@link NotOffered}, also for therapists of another practice. */
    public Mono<List<Hindrance>> explain(
            TherapistId therapist, TreatmentId treatment, Instant start, Colleague colleague) {
        return listings.byId(therapist)
                .filter(colleague::mayPlan)
                .switchIfEmpty(Mono.error(NotOffered.NoSuchTherapist::new))
                .flatMap(listing -> explain(listing, listing.treatment(treatment), start));
    }

    private Mono<List<Hindrance>> explain(Listing listing, Treatment treatment, Instant start) {
        Instant now = clock.now();
        TimeSpan work = new TimeSpan(start, start.plus(treatment.length()).plus(treatment.buffer()));
        return occupancy
                .of(List.of(listing), work, now)
                .flatMap(busy -> workloads.added(busy, List.of(listing), dayOf(start, listing.zone()), now))
                .map(busy -> new OpeningCalendar(listing, now).hindrances(treatment, start, busy));
    }

    private static TimeSpan dayOf(Instant start, ZoneId zone) {
        return TimeSpan.ofDay(start.atZone(zone).toLocalDate(), zone);
    }
}
