package org.bodywork.bookings.appointment.application;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Predicate;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.appointment.domain.Wanted;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.Opening;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** Finds what a client could book instead of a visit that the therapist cancelled. */
public final class OfferInstead {

    private static final Duration A_WEEK = Duration.ofDays(7);

    private final Listings listings;
    private final FreshOpenings openings;
    private final BusinessClock clock;

    public OfferInstead(Listings listings, FreshOpenings openings, BusinessClock clock) {
        this.listings = listings;
        this.openings = openings;
        this.clock = clock;
    }

    /** At most five starts of the same treatment, in order; empty where nothing is offered instead of the visit, or it was for two. */
    public Mono<List<Opening>> of(Appointment appointment) {
        Visit visit = appointment.state().visit();
        return appointment.status() == Status.CANCELLED_BY_THERAPIST && !visit.isForTwo()
                ? listings.byId(visit.part().therapist())
                        .flatMap(listing -> near(visit, listing))
                        .onErrorResume(NotOffered.class, _ -> Mono.just(List.of()))
                : Mono.empty();
    }

    /** The same for whoever comes again: the next starts of the same treatment, a week later or from now on. */
    public Mono<List<Opening>> next(Appointment appointment) {
        Visit visit = appointment.state().visit();
        Instant aWeekLater = visit.start().plus(A_WEEK);
        Instant now = clock.now();
        return listings.byId(visit.part().therapist())
                .flatMap(listing -> near(aWeekLater.isAfter(now) ? aWeekLater : now, visit, listing, _ -> true))
                .onErrorResume(NotOffered.class, _ -> Mono.just(List.of()));
    }

    /** At most five other starts close to the time that the client asks for. */
    public Mono<List<Opening>> near(Appointment appointment) {
        Wanted wanted = appointment.state().wanted();
        Visit visit = appointment.state().visit();
        if (visit.isForTwo()) {
            return Mono.just(List.of());
        }
        Instant asked = wanted == null ? visit.start() : wanted.visit().start();
        return listings.byId(visit.part().therapist())
                .flatMap(listing ->
                        near(asked, visit, listing, start -> !start.toInstant().equals(asked)))
                .onErrorResume(NotOffered.class, _ -> Mono.just(List.of()));
    }

    /** Where the therapist cannot, another start at that very time would be no help. */
    private Mono<List<Opening>> near(Visit visit, Listing listing) {
        Instant now = clock.now();
        return near(
                visit.start().isAfter(now) ? visit.start() : now,
                visit,
                listing,
                start -> !start.toInstant().isBefore(visit.end())
                        || !start.toInstant()
                                .plus(visit.part().treatment().length())
                                .isAfter(visit.start()));
    }

    private Mono<List<Opening>> near(Instant when, Visit visit, Listing listing, Predicate<ZonedDateTime> suits) {
        TreatmentId treatment = visit.part().treatment().id();
        return openings.near(when, listing, listing.treatment(treatment), suits)
                .map(starts -> starts.stream()
                        .map(start -> new Opening(listing.id(), treatment, start))
                        .toList());
    }
}
