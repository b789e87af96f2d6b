package org.bodywork.bookings.diary;

import java.util.Comparator;
import java.util.List;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.numbers.application.Workforce;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The therapists whose days somebody of the staff plans: their own, or those of their practice. */
@Component
public final class Team {

    private final Workforce workforce;
    private final Listings listings;

    Team(Workforce workforce, Listings listings) {
        this.workforce = workforce;
        this.listings = listings;
    }

    /** By name. */
    public Mono<List<Listing>> of(Colleague colleague) {
        Flux<TherapistId> ids = switch (colleague) {
            case Colleague.PracticeLead lead -> workforce.at(lead.practice()).map(Listing::id);
            case Colleague.Therapist therapist -> Flux.just(therapist.therapist());
        };
        return ids.collectList()
                .flatMapMany(listings::byIds)
                .filter(colleague::mayPlan)
                .sort(Comparator.comparing(Listing::name))
                .collectList();
    }

    /** One of them; fails with {@link NotOffered} for everybody else. */
    public Mono<Listing> member(TherapistId therapist, Colleague colleague) {
        return listings.byId(therapist)
                .filter(colleague::mayPlan)
                .switchIfEmpty(Mono.error(NotOffered.NoSuchTherapist::new));
    }
}
