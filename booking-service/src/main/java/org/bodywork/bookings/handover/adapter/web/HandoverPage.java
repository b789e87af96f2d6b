package org.bodywork.bookings.handover.adapter.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.application.Place;
import org.bodywork.bookings.appointment.application.Places;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Part;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.handover.application.AnswerHandover;
import org.bodywork.bookings.handover.application.AnswerHandover.Asked;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.site.FormFields;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A client whose therapist is away chooses by one button. Opening the page changes nothing. */
@RestController
@Hidden
@RequestMapping("/handover/{secret}")
class HandoverPage {

    private final AnswerHandover answers;
    private final Listings listings;
    private final Places places;
    private final Pages pages;

    HandoverPage(AnswerHandover answers, Listings listings, Places places, Pages pages) {
        this.answers = answers;
        this.listings = listings;
        this.places = places;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<String>> show(@PathVariable String secret, ServerWebExchange exchange) {
        return page(secret, HttpStatus.OK, "", exchange);
    }

    @PostMapping(path = "/take", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> take(@PathVariable String secret, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            AppointmentId choice =
                    PathIds.appointment(FormFields.line(form, "choice")).orElse(null);
            return choice == null
                    ? page(secret, HttpStatus.BAD_REQUEST, "handover.taken", exchange)
                    : onward(answers.take(secret, choice, form.containsKey("sharePlan")), secret, exchange);
        });
    }

    @PostMapping("/keep")
    Mono<ResponseEntity<String>> keep(@PathVariable String secret, ServerWebExchange exchange) {
        return onward(answers.keep(secret), secret, exchange);
    }

    @PostMapping("/cancel")
    Mono<ResponseEntity<String>> cancel(@PathVariable String secret, ServerWebExchange exchange) {
        return onward(answers.cancel(secret), secret, exchange);
    }

    /** Whoever comes second is shown what was decided first. */
    private Mono<ResponseEntity<String>> onward(Mono<Asked> decision, String secret, ServerWebExchange exchange) {
        return decision.map(asked -> pages.onward("/handover/" + secret, languageOf(asked.visit(), exchange)))
                .onErrorResume(
                        Refusal.StateForbids.class,
                        _ -> Mono.just(pages.onward("/handover/" + secret, SiteLanguage.of(exchange, null))))
                .onErrorResume(
                        Refusal.CannotBook.class, _ -> page(secret, HttpStatus.CONFLICT, "handover.taken", exchange))
                .onErrorResume(Refusal.NoSuchAppointment.class, _ -> pages.noVisit(exchange));
    }

    private Mono<ResponseEntity<String>> page(
            String secret, HttpStatus status, String fault, ServerWebExchange exchange) {
        return answers.find(secret)
                .flatMap(asked -> {
                    SiteLanguage language = languageOf(asked.visit(), exchange);
                    return alternatives(asked, language).flatMap(alternatives -> {
                        Map<String, Object> values = values(asked, secret, language);
                        values.put("alternatives", alternatives);
                        values.put("fault", fault);
                        return pages.page(exchange, status, "handover", language, values);
                    });
                })
                .onErrorResume(Refusal.NoSuchAppointment.class, _ -> pages.noVisit(exchange));
    }

    private static Map<String, Object> values(Asked asked, String secret, SiteLanguage language) {
        Appointment visit = asked.visit();
        Instant until = asked.one().until();
        Map<String, Object> values = new HashMap<>();
        values.put("path", "/handover/" + secret);
        values.put("away", asked.handover().name());
        values.put("when", language.time(visit.state().visit().zonedStart()));
        values.put("therapist", visit.state().visit().part().therapistName());
        values.put("status", "stands." + visit.status().name());
        values.put("open", asked.open());
        values.put(
                "stands",
                "handover.is."
                        + asked.one().decided().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        values.put("until", language.time(until.atZone(visit.state().visit().zone())));
        values.put("hasPlan", asked.hasPlan());
        return values;
    }

    private Mono<List<Alternative>> alternatives(Asked asked, SiteLanguage language) {
        return asked.open()
                ? Flux.fromIterable(asked.held())
                        .concatMap(held -> places.at(
                                        held.visit().practice(), held.visit().location())
                                .zipWith(
                                        isInstant(held),
                                        (place, instant) -> Alternative.of(held, asked, place, instant, language)))
                        .collectList()
                : Mono.just(List.of());
    }

    private Mono<Boolean> isInstant(Hold held) {
        return listings.byId(held.visit().part().therapist())
                .map(Listing::rules)
                .map(rules -> rules.instant())
                .onErrorReturn(NotOffered.class, false);
    }

    private static SiteLanguage languageOf(Appointment visit, ServerWebExchange exchange) {
        return SiteLanguage.of(exchange, visit.state().client().language().tag());
    }

    /** One that can be taken. */
    record Alternative(
            String choice,
            String therapist,
            String when,
            boolean sameTime,
            String where,
            String treatment,
            String price,
            boolean instant) {

        static Alternative of(Hold held, Asked asked, Place place, boolean instant, SiteLanguage language) {
            Part part = held.visit().part();
            return new Alternative(
                    held.id().toString(),
                    part.therapistName(),
                    language.time(held.visit().zonedStart()),
                    held.visit().start().equals(asked.visit().state().visit().start()),
                    place.name() == null ? "" : place.name(),
                    part.treatment().name(),
                    language.money(
                            part.treatment().price().amount(),
                            part.treatment().price().currency()),
                    instant);
        }
    }
}
