package org.bodywork.bookings.appointment.adapter.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bodywork.bookings.QueryDates;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.appointment.application.MoveVisit;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Moves;
import org.bodywork.bookings.appointment.domain.Part;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.opening.application.OpenWeek;
import org.bodywork.bookings.opening.application.TurnWeeks;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.Opening;
import org.bodywork.bookings.site.FormFields;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where a client chooses another time for a visit, and is told before pressing whether that is enough. */
@RestController
@Hidden
@RequestMapping("/manage/{secret}/move")
class MovePage {

    private static final String START = "start";

    private final ManageByLink visits;
    private final MoveVisit moves;
    private final TurnWeeks weeks;
    private final Pages pages;
    private final BusinessClock clock;

    MovePage(ManageByLink visits, MoveVisit moves, TurnWeeks weeks, Pages pages, BusinessClock clock) {
        this.visits = visits;
        this.moves = moves;
        this.weeks = weeks;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<String>> show(@PathVariable String secret, ServerWebExchange exchange) {
        MultiValueMap<String, String> given = exchange.getRequest().getQueryParams();
        return visits.find(secret)
                .flatMap(visit -> new Moves(visit).clientMayMove(clock.now())
                        ? show(visit, secret, given, exchange)
                        : Mono.just(there(visit, secret, exchange)))
                .onErrorResume(Refusal.NoSuchAppointment.class, _ -> pages.noVisit(exchange));
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> move(@PathVariable String secret, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> Mono.justOrEmpty(TypedTimes.start(FormFields.line(form, START))))
                .switchIfEmpty(Mono.error(Refusal.StartHasPassed::new))
                .flatMap(start -> moves.byClient(secret, start))
                .map(visit -> there(visit, secret, exchange))
                .onErrorResume(Refusal.CannotBook.class, cannot -> others(secret, cannot, exchange))
                .onErrorResume(
                        error -> error instanceof Refusal.StartHasPassed || error instanceof NotOffered,
                        _ -> visits.find(secret).flatMap(visit -> cannot(visit, secret, exchange)))
                .onErrorResume(
                        Refusal.StateForbids.class,
                        _ -> visits.find(secret).map(visit -> there(visit, secret, exchange)))
                .onErrorResume(Refusal.NoSuchAppointment.class, _ -> pages.noVisit(exchange));
    }

    private Mono<ResponseEntity<String>> show(
            Appointment visit, String secret, MultiValueMap<String, String> given, ServerWebExchange exchange) {
        Part part = visit.state().visit().part();
        Optional<Instant> start = TypedTimes.start(FormFields.line(given, START));
        LocalDate from = start.map(
                        each -> each.atZone(visit.state().visit().zone()).toLocalDate())
                .or(() -> date(FormFields.line(given, "from")))
                .orElse(visit.state().visit().localStart().toLocalDate());
        return weeks.from(part.therapist(), part.treatment().id(), from)
                .flatMap(week -> page(visit, secret, week, start.orElse(null), from, exchange))
                .onErrorResume(NotOffered.class, _ -> cannot(visit, secret, exchange));
    }

    /** Somebody has changed the address where it says no date. */
    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(QueryDates.date(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Mono<ResponseEntity<String>> page(
            Appointment visit,
            String secret,
            OpenWeek week,
            @Nullable Instant chosen,
            LocalDate from,
            ServerWebExchange exchange) {
        SiteLanguage language = languageOf(visit, exchange);
        Optional<ZonedDateTime> start = week.days()
                .starts()
                .filter(each -> each.toInstant().equals(chosen))
                .findFirst();
        Map<String, Object> values = values(visit, secret, language);
        values.put(
                "query",
                start.map(each -> START + "=" + WeekView.Time.of(each, language).start() + "&")
                        .orElse("from=" + from + "&"));
        values.put("what", start.isPresent() ? "chosen" : "week");
        values.put("trouble", chosen == null || start.isPresent() ? "" : "book.taken-week");
        values.put("week", WeekView.of(week, language));
        start.map(each -> WeekView.Time.of(each, language)).ifPresent(time -> values.put("time", time));
        values.put("effect", effect(visit, week));
        return pages.page(exchange, HttpStatus.OK, "move", language, values);
    }

    /** What pressing the button will do. */
    private String effect(Appointment visit, OpenWeek week) {
        Instant now = clock.now();
        if (visit.status() == Status.REQUESTED) {
            return "move.request";
        }
        if (new Moves(visit).isForClientAlone(week.listing().rules(), now)) {
            return "move.at-once";
        }
        return visit.isLateAt(now) ? "move.late" : "move.asks";
    }

    private Mono<ResponseEntity<String>> others(String secret, Refusal.CannotBook cannot, ServerWebExchange exchange) {
        return visits.find(secret).flatMap(visit -> {
            SiteLanguage language = languageOf(visit, exchange);
            List<WeekView.Time> others = cannot.alternatives().stream()
                    .map(Opening::start)
                    .map(start -> WeekView.Time.of(start, language))
                    .toList();
            Map<String, Object> values = values(visit, secret, language);
            values.put("what", "others");
            values.put("trouble", others.isEmpty() ? "book.taken-all" : "book.taken-others");
            values.put("others", others);
            return pages.page(exchange, HttpStatus.CONFLICT, "move", language, values);
        });
    }

    private Mono<ResponseEntity<String>> cannot(Appointment visit, String secret, ServerWebExchange exchange) {
        SiteLanguage language = languageOf(visit, exchange);
        Map<String, Object> values = values(visit, secret, language);
        values.put("what", "nothing");
        values.put("trouble", "move.cannot");
        return pages.page(exchange, HttpStatus.CONFLICT, "move", language, values);
    }

    private static Map<String, Object> values(Appointment visit, String secret, SiteLanguage language) {
        Map<String, Object> values = new HashMap<>();
        values.put("path", "/manage/" + secret + "/move");
        values.put("manage", "/manage/" + secret);
        values.put("now", language.time(visit.state().visit().zonedStart()));
        values.put("therapist", visit.state().visit().part().therapistName());
        return values;
    }

    private ResponseEntity<String> there(Appointment visit, String secret, ServerWebExchange exchange) {
        return pages.onward("/manage/" + secret, languageOf(visit, exchange));
    }

    private static SiteLanguage languageOf(Appointment visit, ServerWebExchange exchange) {
        return SiteLanguage.of(exchange, visit.state().client().language().tag());
    }
}
