package org.bodywork.bookings.appointment.adapter.web;

import org.bodywork.bookings.embed.Practices;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** On a practice's own site one books with that practice and with nobody else, whatever an address says. */
@Component
final class OwnFrame {

    private final Practices practices;
    private final Listings listings;

    OwnFrame(Practices practices, Listings listings) {
        this.practices = practices;
        this.listings = listings;
    }

    /** What is chosen; fails with {@link NotOffered} where another practice offers it. */
    Mono<Choice> checked(Where where, Choice choice) {
        if (!where.framed()) {
            return Mono.just(choice);
        }
        return switch (choice) {
            case Choice.Somebody somebody ->
                listings.byId(somebody.therapist())
                        .flatMap(listing -> belongsTo(where, listing.practice()))
                        .thenReturn(choice);
            case Choice.Anybody _ -> Mono.error(new NotOffered.NoSuchTherapist());
        };
    }

    /** Empty where the frame is that practice's, or there is none; else it fails with {@link NotOffered}. */
    Mono<Void> belongsTo(Where where, PracticeId practice) {
        String slug = where.practice();
        return slug == null
                ? Mono.empty()
                : practices
                        .bySlug(slug)
                        .filter(own -> own.id().equals(practice))
                        .switchIfEmpty(Mono.error(NotOffered.NoSuchTherapist::new))
                        .then();
    }
}
