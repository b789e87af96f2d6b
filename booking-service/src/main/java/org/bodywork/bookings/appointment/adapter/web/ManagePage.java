package org.bodywork.bookings.appointment.adapter.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bodywork.bookings.appointment.application.GivenIntake;
import org.bodywork.bookings.appointment.application.HandInIntake;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.appointment.application.OfferInstead;
import org.bodywork.bookings.appointment.application.Places;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Moves;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.appointment.domain.Wanted;
import org.bodywork.bookings.opening.domain.Opening;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.platform.web.InvalidRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page behind a client's secret link. It works without a line of script, and only its forms change anything. */
@RestController
@Hidden
@RequestMapping("/manage/{secret}")
class ManagePage {

    private static final MultiValueMap<String, String> NOTHING_GIVEN = new LinkedMultiValueMap<>();

    private final ManageByLink visits;
    private final MyVisits mine;
    private final HandInIntake intakes;
    private final IntakeQuestions questions;
    private final OfferInstead instead;
    private final Places places;
    private final Pages pages;
    private final BusinessClock clock;

    ManagePage(
            ManageByLink visits,
            MyVisits mine,
            HandInIntake intakes,
            IntakeQuestions questions,
            OfferInstead instead,
            Places places,
            Pages pages,
            BusinessClock clock) {
        this.visits = visits;
        this.mine = mine;
        this.intakes = intakes;
        this.questions = questions;
        this.instead = instead;
        this.places = places;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<String>> show(@PathVariable String secret, ServerWebExchange exchange) {
        return visits.see(secret)
                .flatMap(visit -> page(visit, secret, HttpStatus.OK, NOTHING_GIVEN, Set.of(), "", exchange))
                .onErrorResume(Refusal.NoSuchAppointment.class, _ -> pages.noVisit(exchange));
    }

    @PostMapping("/cancel")
    Mono<ResponseEntity<String>> cancel(@PathVariable String secret, ServerWebExchange exchange) {
        return onward(visits.cancel(secret), secret, exchange);
    }

    @PostMapping("/proposal/accept")
    Mono<ResponseEntity<String>> accept(@PathVariable String secret, ServerWebExchange exchange) {
        return onward(visits.acceptProposal(secret), secret, exchange);
    }

    @PostMapping("/proposal/decline")
    Mono<ResponseEntity<String>> decline(@PathVariable String secret, ServerWebExchange exchange) {
        return onward(visits.declineProposal(secret), secret, exchange);
    }

    @PostMapping(path = "/messages", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> messages(@PathVariable String secret, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(TypedBooking::new)
                .flatMap(form -> onward(
                        visits.chooseMessages(
                                secret, form.ticked(TypedBooking.BY_EMAIL), form.ticked(TypedBooking.BY_TEXT)),
                        secret,
                        exchange))
                .onErrorResume(Refusal.PhoneNeeded.class, _ -> there(secret, exchange))
                .onErrorResume(Refusal.TooMany.class, _ -> there(secret, exchange));
    }

    /** Whoever has this link need not have a code sent. */
    @PostMapping("/my-visits")
    Mono<ResponseEntity<String>> myVisits(@PathVariable String secret, ServerWebExchange exchange) {
        return mine.confirmByLink(secret, exchange)
                .then(Mono.fromSupplier(() -> pages.onward("/my-visits", SiteLanguage.of(exchange, null))))
                .onErrorResume(Refusal.NoSuchAppointment.class, _ -> pages.noVisit(exchange));
    }

    @PostMapping(path = "/intake", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> intake(@PathVariable String secret, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(given -> answer(secret, given, exchange))
                .onErrorResume(Refusal.NoSuchAppointment.class, _ -> pages.noVisit(exchange))
                .onErrorResume(Refusal.StateForbids.class, _ -> there(secret, exchange))
                .onErrorResume(Refusal.TooMany.class, _ -> there(secret, exchange));
    }

    private Mono<ResponseEntity<String>> answer(
            String secret, MultiValueMap<String, String> given, ServerWebExchange exchange) {
        return Mono.fromCallable(() -> questions.read(given))
                .flatMap(intake ->
                        intakes.handIn(secret, intake).flatMap(visit -> thanks(visit, secret, intake, exchange)))
                .onErrorResume(
                        InvalidRequest.class,
                        wrong -> visits.see(secret)
                                .flatMap(visit -> page(
                                        visit,
                                        secret,
                                        HttpStatus.BAD_REQUEST,
                                        given,
                                        IntakeQuestions.wrongIn(wrong),
                                        "",
                                        exchange)));
    }

    /** Shown at once and not by another address: that would tell of the answers. */
    private Mono<ResponseEntity<String>> thanks(
            Appointment visit, String secret, GivenIntake intake, ServerWebExchange exchange) {
        Advice advice = Advice.on(intake, visit.state().client().language());
        return page(
                visit, secret, HttpStatus.OK, NOTHING_GIVEN, Set.of(), advice == null ? "" : advice.text(), exchange);
    }

    /** Whatever could not be done: the page shows how the visit stands. */
    private Mono<ResponseEntity<String>> onward(Mono<Appointment> change, String secret, ServerWebExchange exchange) {
        return change.flatMap(_ -> there(secret, exchange))
                .onErrorResume(Refusal.StateForbids.class, _ -> there(secret, exchange))
                .onErrorResume(Refusal.NoSuchAppointment.class, _ -> pages.noVisit(exchange));
    }

    private Mono<ResponseEntity<String>> there(String secret, ServerWebExchange exchange) {
        return visits.find(secret)
                .map(visit -> pages.onward("/manage/" + secret, languageOf(visit, exchange)))
                .onErrorResume(Refusal.NoSuchAppointment.class, _ -> pages.noVisit(exchange));
    }

    private static SiteLanguage languageOf(Appointment visit, ServerWebExchange exchange) {
        return SiteLanguage.of(exchange, visit.state().client().language().tag());
    }

    private Mono<ResponseEntity<String>> page(
            Appointment visit,
            String secret,
            HttpStatus status,
            MultiValueMap<String, String> given,
            Set<String> wrong,
            String advice,
            ServerWebExchange exchange) {
        SiteLanguage language = languageOf(visit, exchange);
        Visit where = visit.state().visit();
        return places.at(where.practice(), where.location())
                .zipWith(instead.of(visit).map(Optional::of).defaultIfEmpty(Optional.empty()))
                .flatMap(found -> {
                    Map<String, Object> values = values(visit, secret, language);
                    values.put("where", PlaceWords.of(found.getT1()));
                    values.put("instead", times(found.getT2(), language));
                    values.put("questions", questions.in(language.tag(), given, wrong));
                    values.put("wrong", !wrong.isEmpty());
                    values.put("advice", advice);
                    return pages.page(exchange, status, "manage", language, values);
                });
    }

    private Map<String, Object> values(Appointment visit, String secret, SiteLanguage language) {
        Status status = visit.statusAt(clock.now());
        Wanted wanted = visit.state().wanted();
        Map<String, Object> values = new HashMap<>();
        values.put("path", "/manage/" + secret);
        values.put("stands", "stands." + status.name());
        values.put("when", language.time(visit.state().visit().zonedStart()));
        values.put("therapist", visit.state().visit().part().therapistName());
        values.put(
                "wanted", wanted == null ? null : language.time(wanted.visit().zonedStart()));
        values.put(
                "wantedBy",
                wanted != null && wanted.by() == Actor.Kind.CLIENT ? "manage.you-want" : "manage.they-want");
        values.put("live", status.takesTime());
        values.put("over", status == Status.COMPLETED);
        values.put("answering", new Moves(visit).isProposedToClient(clock.now()));
        // Saying no to a proposal ends it too; two ways to do so would only puzzle.
        values.put("cancelling", visit.clientMayCancel(clock.now()) && status != Status.PROPOSED);
        values.put("choosing", status.takesTime());
        values.put("byEmail", visit.state().consent().email());
        values.put("byText", visit.state().consent().sms());
        values.put("phoneKnown", visit.state().client().phone() != null);
        values.put("moving", new Moves(visit).clientMayMove(clock.now()));
        values.put("late", visit.isLateAt(clock.now()));
        values.put("fee", visit.state().terms().feeText());
        values.put("freeUntil", language.time(freeUntil(visit)));
        values.put("therapistId", visit.state().visit().part().therapist().toString());
        values.put("treatmentId", visit.state().visit().part().treatment().id().toString());
        values.put("treatment", visit.state().visit().part().treatment().name());
        values.put(
                "asking",
                status.takesTime() && clock.now().isBefore(visit.state().visit().end()));
        values.put("intakeNeeded", visit.state().intakeNeeded());
        return values;
    }

    private static ZonedDateTime freeUntil(Appointment visit) {
        return visit.state().visit().zonedStart().minus(visit.state().terms().cutoff());
    }

    private static List<WeekView.Time> times(Optional<List<Opening>> openings, SiteLanguage language) {
        return openings.orElse(List.of()).stream()
                .map(opening -> WeekView.Time.of(opening.start(), language))
                .toList();
    }
}
