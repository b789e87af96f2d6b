package org.bodywork.bookings.appointment.adapter.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.bodywork.bookings.appointment.application.AnswerByLink;
import org.bodywork.bookings.appointment.application.AnswerByLink.Asked;
import org.bodywork.bookings.appointment.application.AnswerOutcome;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Wanted;
import org.bodywork.bookings.site.FormFields;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
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
 * One request, for the one member of staff who was sent its link. Opening it changes nothing: mail scanners follow links.
 * It shows what is needed to say yes or no, and nothing of the client's answers.
 */
@RestController
@Hidden
@RequestMapping("/answer/{secret}")
class AnswerPage {

    private static final int LONGEST_REASON = 500;

    /** One line that says something, as everywhere staff give a reason. */
    private static final Pattern REASON =
            Pattern.compile("[^\\p{Cc}\\p{Zl}\\p{Zp}]*[^\\p{Cc}\\p{Z}][^\\p{Cc}\\p{Zl}\\p{Zp}]*");

    private final AnswerByLink answers;
    private final Pages pages;
    private final BusinessClock clock;

    AnswerPage(AnswerByLink answers, Pages pages, BusinessClock clock) {
        this.answers = answers;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<String>> show(@PathVariable String secret, ServerWebExchange exchange) {
        return answers.find(secret)
                .flatMap(asked -> page(asked, secret, HttpStatus.OK, Map.of(), exchange))
                .onErrorResume(Refusal.NoSuchAppointment.class, _ -> nothing(exchange));
    }

    @PostMapping("/accept")
    Mono<ResponseEntity<String>> accept(@PathVariable String secret, ServerWebExchange exchange) {
        return onward(answers.accept(secret), secret, exchange);
    }

    @PostMapping(path = "/decline", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> decline(@PathVariable String secret, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form -> FormFields.line(form, "reason"))
                .flatMap(reason -> isReason(reason)
                        ? onward(answers.decline(secret, reason.isEmpty() ? null : reason), secret, exchange)
                        : again(secret, reason, exchange));
    }

    private static boolean isReason(String given) {
        return given.isEmpty()
                || (given.length() <= LONGEST_REASON && REASON.matcher(given).matches());
    }

    private Mono<ResponseEntity<String>> again(String secret, String reason, ServerWebExchange exchange) {
        Map<String, Object> typed = Map.of("fault", "answer.reason-fault", "reason", reason);
        return answers.find(secret)
                .flatMap(asked -> page(asked, secret, HttpStatus.BAD_REQUEST, typed, exchange))
                .onErrorResume(Refusal.NoSuchAppointment.class, _ -> nothing(exchange));
    }

    /** Whoever comes second is shown what the first one said. */
    private Mono<ResponseEntity<String>> onward(Mono<Asked> answer, String secret, ServerWebExchange exchange) {
        ResponseEntity<String> there = pages.onward("/answer/" + secret, SiteLanguage.of(exchange, null));
        return answer.map(_ -> there)
                .onErrorReturn(Refusal.StateForbids.class, there)
                .onErrorResume(Refusal.NoSuchAppointment.class, _ -> nothing(exchange));
    }

    private Mono<ResponseEntity<String>> nothing(ServerWebExchange exchange) {
        Map<String, Object> words =
                Map.of("why", "no-link.answer.why", "next", "no-link.answer.next", "myVisits", false);
        return pages.page(exchange, HttpStatus.NOT_FOUND, "no-link", SiteLanguage.of(exchange, null), words);
    }

    private Mono<ResponseEntity<String>> page(
            Asked asked, String secret, HttpStatus status, Map<String, Object> more, ServerWebExchange exchange) {
        SiteLanguage language = SiteLanguage.of(exchange, null);
        Appointment visit = asked.appointment();
        Instant now = clock.now();
        boolean due = visit.awaitsTherapistAt(now);
        ZoneId zone = visit.state().visit().zone();
        Wanted wanted = due ? visit.state().wanted() : null;
        Instant until = due ? until(visit) : null;
        Map<String, Object> values = new HashMap<>();
        values.put("base", "/answer/" + secret);
        values.put("due", due);
        values.put("heading", due ? (wanted == null ? "answer.request" : "answer.move") : "answer.answered");
        values.put("outcome", AnswerOutcome.of(visit, asked.staff(), now));
        values.put("client", firstName(visit.state().client().name()));
        values.put("whenLabel", wanted == null ? "answer.when" : "answer.now");
        values.put("when", language.time(visit.state().visit().zonedStart()));
        values.put(
                "wanted", wanted == null ? null : language.time(wanted.visit().zonedStart()));
        values.put("status", "staff-status." + visit.statusAt(now).name());
        values.put("until", until == null ? null : language.time(until.atZone(zone)));
        values.put("review", due && visit.state().reviewNeeded());
        values.put("fault", null);
        values.put("reason", "");
        values.putAll(more);
        return pages.page(exchange, status, "answer", language, values);
    }

    private static @Nullable Instant until(Appointment visit) {
        Wanted wanted = visit.state().wanted();
        return wanted == null ? visit.state().requestedUntil() : wanted.expiresAt();
    }

    private static String firstName(String name) {
        return name.strip().split("\\s+", 2)[0];
    }
}
