package org.bodywork.bookings.waitlist.adapter.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.application.Places;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.bookings.waitlist.application.AnswerOffer;
import org.bodywork.bookings.waitlist.application.SeenOffer;
import org.bodywork.bookings.waitlist.application.WaitlistLinks;
import org.bodywork.bookings.waitlist.application.WaitlistRefusal.NoSuchOffer;
import org.bodywork.bookings.waitlist.application.WaitlistRefusal.OfferIsOver;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One offered time, for whoever was sent its link. Opening it changes nothing: mail scanners follow links. */
@RestController
@Hidden
@RequestMapping("/offers/{secret}")
class OfferPage {

    private final AnswerOffer offers;
    private final WaitlistLinks links;
    private final ManageLinks manageLinks;
    private final Appointments appointments;
    private final Listings listings;
    private final Places places;
    private final Pages pages;
    private final BusinessClock clock;

    OfferPage(
            AnswerOffer offers,
            WaitlistLinks links,
            ManageLinks manageLinks,
            Appointments appointments,
            Listings listings,
            Places places,
            Pages pages,
            BusinessClock clock) {
        this.offers = offers;
        this.links = links;
        this.manageLinks = manageLinks;
        this.appointments = appointments;
        this.listings = listings;
        this.places = places;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<String>> show(@PathVariable String secret, ServerWebExchange exchange) {
        return offers.find(secret)
                .flatMap(offer -> page(offer, secret, exchange))
                .onErrorResume(NoSuchOffer.class, _ -> nothing(exchange));
    }

    @PostMapping("/take")
    Mono<ResponseEntity<String>> take(@PathVariable String secret, ServerWebExchange exchange) {
        return onward(offers.take(secret), secret, exchange);
    }

    @PostMapping("/decline")
    Mono<ResponseEntity<String>> decline(@PathVariable String secret, ServerWebExchange exchange) {
        return onward(offers.decline(secret), secret, exchange);
    }

    /** Whatever came of it is shown there. */
    private Mono<ResponseEntity<String>> onward(Mono<SeenOffer> answer, String secret, ServerWebExchange exchange) {
        ResponseEntity<String> there = pages.onward("/offers/" + secret, SiteLanguage.of(exchange, null));
        return answer.map(_ -> there)
                .onErrorReturn(OfferIsOver.class, there)
                .onErrorResume(NoSuchOffer.class, _ -> nothing(exchange));
    }

    private Mono<ResponseEntity<String>> nothing(ServerWebExchange exchange) {
        Map<String, Object> words = Map.of("why", "no-link.offer.why", "next", "no-link.offer.next", "myVisits", false);
        return pages.page(exchange, HttpStatus.NOT_FOUND, "no-link", SiteLanguage.of(exchange, null), words);
    }

    private Mono<ResponseEntity<String>> page(SeenOffer offer, String secret, ServerWebExchange exchange) {
        SiteLanguage language =
                SiteLanguage.of(exchange, offer.entry().client().language().tag());
        return Mono.zip(
                        listings.byId(offer.time().therapist()),
                        places.at(offer.time().practice(), offer.time().location()),
                        visit(offer.link().visit()),
                        visit(offer.link().later()))
                .flatMap(found -> {
                    Map<String, Object> values = values(offer, found.getT1(), language);
                    values.put("path", "/offers/" + secret);
                    values.put(
                            "where", Optional.ofNullable(found.getT2().name()).orElse(""));
                    values.put("visit", found.getT3().map(manageLinks::secretOf).orElse(""));
                    later(values, found.getT4(), language);
                    return pages.page(exchange, HttpStatus.OK, "offer", language, values);
                });
    }

    private Map<String, Object> values(SeenOffer offer, Listing listing, SiteLanguage language) {
        Treatment treatment = listing.treatment(offer.link().treatment());
        Map<String, Object> values = new HashMap<>();
        values.put("open", offer.isOpen());
        values.put("outcome", "offer." + offer.outcome().name());
        values.put(
                "when", language.time(offer.link().start().atZone(offer.time().zone())));
        values.put(
                "until", language.time(offer.link().until().atZone(offer.time().zone())));
        values.put("therapist", listing.name());
        values.put("treatment", treatment.name());
        values.put("instant", listing.rules().instant());
        values.put("entry", links.secretOf(offer.entry().id()));
        return values;
    }

    /** What is given up for it, and what that costs. */
    private void later(Map<String, Object> values, Optional<Appointment> later, SiteLanguage language) {
        Optional<Appointment> standing = later.filter(visit -> visit.clientMayCancel(clock.now()));
        values.put(
                "later",
                standing.map(visit -> language.time(visit.state().visit().zonedStart()))
                        .orElse(""));
        values.put(
                "fee",
                standing.filter(visit -> visit.isLateAt(clock.now()))
                        .map(visit -> visit.state().terms().feeText())
                        .orElse(""));
    }

    private Mono<Optional<Appointment>> visit(@Nullable AppointmentId id) {
        return id == null
                ? Mono.just(Optional.empty())
                : appointments.byId(id).map(Optional::of).defaultIfEmpty(Optional.empty());
    }
}
