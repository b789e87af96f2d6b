package org.bodywork.bookings.plan.adapter.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.plan.application.FollowPlan;
import org.bodywork.bookings.plan.application.FollowPlan.Next;
import org.bodywork.bookings.plan.application.ReadPlan;
import org.bodywork.bookings.plan.application.ReadPlan.Known;
import org.bodywork.bookings.plan.domain.PlanRefusal;
import org.bodywork.bookings.plan.domain.Terms;
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
import reactor.core.publisher.Mono;

/** The plan as its client sees it: what it is for, how it goes, and the next visit with one press. */
@RestController
@Hidden
@RequestMapping("/plan/{secret}")
class PlanPage {

    private static final int TIMES_OFFERED = 4;

    private final ReadPlan reading;
    private final FollowPlan following;
    private final ManageLinks links;
    private final Pages pages;

    PlanPage(ReadPlan reading, FollowPlan following, ManageLinks links, Pages pages) {
        this.reading = reading;
        this.following = following;
        this.links = links;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<String>> show(@PathVariable String secret, ServerWebExchange exchange) {
        return page(secret, HttpStatus.OK, "", exchange);
    }

    @PostMapping("/agree")
    Mono<ResponseEntity<String>> agree(@PathVariable String secret, ServerWebExchange exchange) {
        return following
                .agree(secret)
                .map(plan -> pages.onward(
                        "/plan/" + secret,
                        SiteLanguage.of(exchange, plan.client().language().tag())))
                .onErrorResume(
                        PlanRefusal.NotOpen.class, _ -> page(secret, HttpStatus.CONFLICT, "plan.cannot", exchange))
                .onErrorResume(PlanRefusal.NoSuchPlan.class, _ -> noLink(pages, exchange, "no-link.plan.why"));
    }

    /** Pressing twice books once: the same plan asks for the same start. */
    @PostMapping(path = "/book", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> book(@PathVariable String secret, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> OffsetTimes.read(FormFields.line(form, "start"))
                        .map(start -> following.book(secret, start))
                        .orElseGet(() -> Mono.error(Refusal.StartHasPassed::new)))
                .map(booked -> pages.onward(
                        "/manage/" + links.secretOf(booked.appointment()),
                        SiteLanguage.of(
                                exchange,
                                booked.appointment().state().client().language().tag())))
                .onErrorResume(PlanRefusal.NoSuchPlan.class, _ -> noLink(pages, exchange, "no-link.plan.why"))
                .onErrorResume(Refusal.CannotBook.class, _ -> page(secret, HttpStatus.CONFLICT, "plan.taken", exchange))
                .onErrorResume(
                        error -> error instanceof Refusal
                                || error instanceof NotOffered
                                || error instanceof PlanRefusal.NotOpen,
                        _ -> page(secret, HttpStatus.CONFLICT, "plan.cannot", exchange));
    }

    private Mono<ResponseEntity<String>> page(
            String secret, HttpStatus status, String fault, ServerWebExchange exchange) {
        return reading.bySecret(secret)
                .flatMap(known -> {
                    SiteLanguage language = SiteLanguage.of(
                            exchange, known.plan().client().language().tag());
                    return following
                            .next(known.plan())
                            .map(next -> values(secret, known, next, fault, language))
                            .switchIfEmpty(Mono.fromSupplier(() -> values(secret, known, fault, language)))
                            .flatMap(values -> pages.page(exchange, status, "plan", language, values));
                })
                .onErrorResume(PlanRefusal.NoSuchPlan.class, _ -> noLink(pages, exchange, "no-link.plan.why"));
    }

    private static Map<String, Object> values(
            String secret, Known known, Next next, String fault, SiteLanguage language) {
        Map<String, Object> values = values(secret, known, fault, language);
        values.put("nextDay", language.day(next.day()));
        values.put("booked", next.booked() == null ? null : language.time(next.booked()));
        values.put(
                "times",
                next.offered().stream()
                        .limit(TIMES_OFFERED)
                        .map(opening -> new Time(OffsetTimes.text(opening.start()), language.time(opening.start())))
                        .toList());
        return values;
    }

    private static Map<String, Object> values(String secret, Known known, String fault, SiteLanguage language) {
        Map<String, Object> values = facts(known, language);
        values.put("path", "/plan/" + secret);
        values.put("fault", fault);
        values.put("nextDay", null);
        values.put("booked", null);
        values.put("times", List.of());
        return values;
    }

    /** What client and therapist both see. */
    static Map<String, Object> facts(Known known, SiteLanguage language) {
        Terms terms = known.plan().terms();
        DayOfWeek weekday = terms.usual().weekday();
        Map<String, Object> values = new HashMap<>();
        values.put("status", known.plan().status().name());
        values.put("condition", known.care().condition());
        values.put("goal", known.care().goal());
        values.put("techniques", known.care().techniques());
        values.put("planned", terms.visits());
        values.put("done", known.plan().visits().size());
        values.put(
                "every",
                terms.every().isWeeks()
                        ? terms.every().days() / 7
                        : terms.every().days());
        values.put("everyUnit", terms.every().isWeeks() ? "weeks" : "days");
        values.put("weekday", weekday.getDisplayName(TextStyle.FULL, language.locale()));
        values.put(
                "time",
                language.clock(terms.usual()
                        .near(known.visits().getFirst().on(), known.plan().zone())));
        values.put("chart", CourseChart.of(known.visits(), language));
        return values;
    }

    static Mono<ResponseEntity<String>> noLink(Pages pages, ServerWebExchange exchange, String why) {
        Map<String, Object> words = Map.of("why", why, "next", "no-link.plan.next", "myVisits", true);
        return pages.page(exchange, HttpStatus.NOT_FOUND, "no-link", SiteLanguage.of(exchange, null), words);
    }

    /** A start that can be booked, and its words. */
    record Time(String start, String text) {}
}
