package org.bodywork.bookings.editing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bodywork.bookings.appointment.application.Places;
import org.bodywork.bookings.console.ConsolePages;
import org.bodywork.bookings.console.Staff;
import org.bodywork.bookings.editing.Box.Choice;
import org.bodywork.bookings.editing.ListingCalls.Stored;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What an editor works on.
 *
 * @param stored as therapist-service has it now
 * @param known as this service knows the listing; nothing of a draft that was never published
 * @param places where the therapist may work
 */
record Editing(
        TherapistId therapist, Staff staff, Stored stored, Optional<Listing> known, List<Choice> places, Words words) {

    String name() {
        return known.map(Listing::name)
                .orElseGet(() -> stored.whole().path("name").asString(""));
    }

    /** Finds all of it; fails with {@link NotOffered} for a listing that is not theirs to edit. */
    @Component
    static final class Finder {

        private final ListingCalls calls;
        private final Listings listings;
        private final Places places;
        private final ConsolePages pages;
        private final MessageSource sentences;

        Finder(ListingCalls calls, Listings listings, Places places, ConsolePages pages, MessageSource sentences) {
            this.calls = calls;
            this.listings = listings;
            this.places = places;
            this.pages = pages;
            this.sentences = sentences;
        }

        Mono<Editing> find(String therapist, Part.Where where, ServerWebExchange exchange) {
            Staff staff = Staff.in(exchange);
            return Mono.fromCallable(() -> id(therapist))
                    .flatMap(id -> Mono.zip(
                            calls.read(id, where, staff.token()),
                            known(id, staff).map(Optional::of).defaultIfEmpty(Optional.empty())))
                    .flatMap(found -> choices(found.getT2())
                            .map(choices -> new Editing(
                                    id(therapist),
                                    staff,
                                    found.getT1(),
                                    found.getT2(),
                                    choices,
                                    new Words(
                                            sentences,
                                            pages.languageOf(exchange).locale()))));
        }

        private Mono<Listing> known(TherapistId id, Staff staff) {
            return listings.byId(id)
                    .filter(staff.colleague()::mayPlan)
                    .onErrorResume(NotOffered.class, _ -> Mono.empty());
        }

        private Mono<List<Choice>> choices(Optional<Listing> known) {
            return Flux.fromStream(() -> known.stream().flatMap(listing -> listing.workplaces().stream()))
                    .concatMap(place -> places.at(place.practice(), place.id())
                            .map(found -> new Choice(
                                    place.id().toString(),
                                    Optional.ofNullable(found.name())
                                            .orElse(place.id().toString()))))
                    .sort(Comparator.comparing(Choice::text))
                    .collectList();
        }

        private static TherapistId id(String text) {
            try {
                return TherapistId.of(text);
            } catch (IllegalArgumentException none) {
                throw new NotOffered.NoSuchTherapist();
            }
        }
    }
}
