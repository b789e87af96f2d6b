package org.bodywork.bookings.aftercare;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.aftercare.TherapistAnswers.GuidePage;
import org.bodywork.bookings.appointment.application.BookAgain;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.application.Modalities;
import org.bodywork.bookings.appointment.application.OfferInstead;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Part;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.Opening;
import org.bodywork.bookings.plan.application.ConditionOfVisit;
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
import reactor.core.publisher.Mono;

/**
 * Care between visits by what the client is treated for and what the visit was, the way to the review, and the next visit. It lies behind the secret link,
 * so messages need not say any of it.
 */
@RestController
@Hidden
@RequestMapping("/manage/{secret}")
class AfterPage {

    private static final int TIMES_OFFERED = 4;

    private final ManageByLink visits;
    private final ManageLinks links;
    private final Modalities modalities;
    private final ConditionOfVisit conditions;
    private final OfferInstead offers;
    private final BookAgain again;
    private final TherapistAnswers therapists;
    private final Pages pages;

    AfterPage(
            ManageByLink visits,
            ManageLinks links,
            Modalities modalities,
            ConditionOfVisit conditions,
            OfferInstead offers,
            BookAgain again,
            TherapistAnswers therapists,
            Pages pages) {
        this.visits = visits;
        this.links = links;
        this.modalities = modalities;
        this.conditions = conditions;
        this.offers = offers;
        this.again = again;
        this.therapists = therapists;
        this.pages = pages;
    }

    @GetMapping("/after")
    Mono<ResponseEntity<String>> show(@PathVariable String secret, ServerWebExchange exchange) {
        return page(secret, HttpStatus.OK, "", exchange);
    }

    /** Pressing twice books once: the same visit asks for the same start. */
    @PostMapping(path = "/again", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> book(@PathVariable String secret, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> OffsetTimes.read(
                                Optional.ofNullable(form.getFirst("start")).orElse(""))
                        .map(start -> again.book(secret, start))
                        .orElseGet(() -> Mono.error(Refusal.StartHasPassed::new)))
                .map(booked -> pages.onward(
                        "/manage/" + links.secretOf(booked.appointment()), languageOf(booked.appointment(), exchange)))
                .onErrorResume(
                        Refusal.CannotBook.class, _ -> page(secret, HttpStatus.CONFLICT, "after.taken", exchange))
                .onErrorResume(Refusal.NoSuchAppointment.class, _ -> pages.noVisit(exchange))
                .onErrorResume(
                        error -> error instanceof Refusal || error instanceof NotOffered,
                        _ -> page(secret, HttpStatus.CONFLICT, "after.cannot", exchange));
    }

    private Mono<ResponseEntity<String>> page(
            String secret, HttpStatus status, String fault, ServerWebExchange exchange) {
        return visits.find(secret)
                .flatMap(visit -> values(visit, secret, fault, languageOf(visit, exchange))
                        .flatMap(values -> pages.page(exchange, status, "after", languageOf(visit, exchange), values)))
                .onErrorResume(Refusal.NoSuchAppointment.class, _ -> pages.noVisit(exchange));
    }

    private Mono<Map<String, Object>> values(Appointment visit, String secret, String fault, SiteLanguage language) {
        Map<String, Object> values = new HashMap<>();
        boolean over = visit.status() == Status.COMPLETED;
        Part part = visit.state().visit().part();
        values.put("path", "/manage/" + secret + "/after");
        values.put("base", "/manage/" + secret);
        values.put("over", over);
        values.put("fault", fault);
        values.put("therapist", part.therapistName());
        values.put("when", language.time(visit.state().visit().zonedStart()));
        values.put("review", "/review/" + links.reviewTokenOf(visit));
        values.put("guide", null);
        values.put("times", List.of());
        return over
                ? Mono.zip(selfCare(visit, part, language), times(visit, language), (guide, times) -> {
                    guide.map(GuidePage::html).ifPresent(html -> values.put("guide", html));
                    values.put("times", times);
                    return values;
                })
                : Mono.just(values);
    }

    private Mono<Optional<GuidePage>> selfCare(Appointment visit, Part part, SiteLanguage language) {
        return Mono.zip(
                        conditions.of(visit).defaultIfEmpty(""),
                        modalities.of(part.therapist(), part.treatment().id()).defaultIfEmpty(""))
                .flatMap(known -> therapists.selfCare(known.getT1(), known.getT2(), language.tag()))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<List<Time>> times(Appointment visit, SiteLanguage language) {
        return offers.next(visit)
                .map(openings -> openings.stream()
                        .limit(TIMES_OFFERED)
                        .map(opening -> Time.of(opening, language))
                        .toList());
    }

    private static SiteLanguage languageOf(Appointment visit, ServerWebExchange exchange) {
        return SiteLanguage.of(exchange, visit.state().client().language().tag());
    }

    /** A start that can be booked, and its words. */
    record Time(String start, String text) {

        static Time of(Opening opening, SiteLanguage language) {
            return new Time(OffsetTimes.text(opening.start()), language.time(opening.start()));
        }
    }
}
