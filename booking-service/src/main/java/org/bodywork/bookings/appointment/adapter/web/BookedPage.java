package org.bodywork.bookings.appointment.adapter.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.appointment.application.Place;
import org.bodywork.bookings.appointment.application.Places;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What somebody sees who has just booked: what happens next, and how to change it. */
@RestController
@Hidden
class BookedPage {

    private final ManageByLink visits;
    private final OwnFrame own;
    private final Places places;
    private final Pages pages;
    private final BusinessClock clock;

    BookedPage(ManageByLink visits, OwnFrame own, Places places, Pages pages, BusinessClock clock) {
        this.visits = visits;
        this.own = own;
        this.places = places;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping({"/manage/{secret}/booked", "/embed/" + Where.SLUG + "/booked/{secret}"})
    Mono<ResponseEntity<String>> show(
            @PathVariable(required = false) @Nullable String practice,
            @PathVariable String secret,
            ServerWebExchange exchange) {
        Where where = new Where(practice);
        return visits.find(secret)
                .flatMap(visit -> own.belongsTo(where, visit.state().visit().practice())
                        .then(Mono.defer(() -> page(where, visit, secret, exchange))))
                .onErrorResume(
                        error -> error instanceof Refusal.NoSuchAppointment || error instanceof NotOffered,
                        _ -> pages.noVisit(exchange));
    }

    /** Once something has become of it, the page that shows the visit says more. */
    private Mono<ResponseEntity<String>> page(
            Where where, Appointment visit, String secret, ServerWebExchange exchange) {
        SiteLanguage language =
                SiteLanguage.of(exchange, visit.state().client().language().tag());
        Status status = visit.statusAt(clock.now());
        if (status != Status.CONFIRMED && status != Status.REQUESTED) {
            return Mono.just(pages.onward("/manage/" + secret, language));
        }
        Visit there = visit.state().visit();
        return places.at(there.practice(), there.location())
                .flatMap(place -> pages.page(
                        exchange, HttpStatus.OK, "booked", language, values(where, visit, secret, place, language)));
    }

    private static Map<String, Object> values(
            Where where, Appointment visit, String secret, Place place, SiteLanguage language) {
        AppointmentState state = visit.state();
        Instant until = state.requestedUntil();
        Map<String, Object> values = new HashMap<>();
        values.put("path", where.booked(secret));
        values.put("framed", where.framed());
        values.put("manage", "/manage/" + secret);
        values.put("confirmed", state.status() == Status.CONFIRMED);
        values.put("when", language.time(state.visit().zonedStart()));
        values.put("therapist", state.visit().part().therapistName());
        values.put("treatment", state.visit().part().treatment().name());
        values.put("where", PlaceWords.of(place));
        values.put(
                "until",
                until == null ? "" : language.time(until.atZone(state.visit().zone())));
        values.put("intakeNeeded", state.intakeNeeded());
        values.put("review", state.reviewNeeded());
        values.put("byEmail", state.consent().email());
        values.put("byText", state.consent().sms());
        return values;
    }
}
