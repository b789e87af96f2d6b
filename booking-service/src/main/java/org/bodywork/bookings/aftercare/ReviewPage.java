package org.bodywork.bookings.aftercare;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bodywork.bookings.aftercare.TherapistAnswers.Sent;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
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

/** The form for one review. Whether the token is good, therapist-service knows; it takes each once. */
@RestController
@Hidden
@RequestMapping("/review/{token}")
class ReviewPage {

    private static final int LONGEST = 2_000;
    private static final List<String> STARS = List.of("5", "4", "3", "2", "1");

    /** Of our own making: 43 characters of base64url. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Line ends and tabs are the only control characters. */
    private static final Pattern TEXT = Pattern.compile("[\\P{Cc}\\t\\r\\n]*");

    private final TherapistAnswers therapists;
    private final Pages pages;

    ReviewPage(TherapistAnswers therapists, Pages pages) {
        this.therapists = therapists;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<String>> show(@PathVariable String token, ServerWebExchange exchange) {
        return TOKEN.matcher(token).matches()
                ? form(exchange, token, HttpStatus.OK, Written.NOTHING, null)
                : nothing(exchange);
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> send(@PathVariable String token, ServerWebExchange exchange) {
        if (!TOKEN.matcher(token).matches()) {
            return nothing(exchange);
        }
        return exchange.getFormData().map(Written::of).flatMap(written -> {
            if (!written.fitsRating() || !written.fitsText()) {
                return form(exchange, token, HttpStatus.BAD_REQUEST, written, null);
            }
            return therapists
                    .review(token, Integer.parseInt(written.rating()), written.text())
                    .flatMap(sent -> after(sent, token, written, exchange));
        });
    }

    /** By its own address, so that reloading sends nothing again. */
    @GetMapping("/thanks")
    Mono<ResponseEntity<String>> thanks(@PathVariable String token, ServerWebExchange exchange) {
        return done(exchange, token, HttpStatus.OK, "review.thanks");
    }

    private Mono<ResponseEntity<String>> after(Sent sent, String token, Written written, ServerWebExchange exchange) {
        return switch (sent) {
            case WRITTEN -> Mono.just(pages.onward("/review/" + token + "/thanks", SiteLanguage.of(exchange, null)));
            case USED -> done(exchange, token, HttpStatus.CONFLICT, "review.used");
            case EXPIRED -> done(exchange, token, HttpStatus.GONE, "review.expired");
            case UNKNOWN -> nothing(exchange);
            case REFUSED -> form(exchange, token, HttpStatus.BAD_REQUEST, written, "review.fault.text");
            case AWAY -> form(exchange, token, HttpStatus.SERVICE_UNAVAILABLE, written, "review.away");
        };
    }

    private Mono<ResponseEntity<String>> form(
            ServerWebExchange exchange, String token, HttpStatus status, Written written, @Nullable String fault) {
        boolean checked = status == HttpStatus.BAD_REQUEST;
        Map<String, Object> values = new HashMap<>();
        values.put("path", "/review/" + token);
        values.put("stars", STARS);
        values.put("rating", written.rating());
        values.put("text", written.text());
        values.put("fault", fault);
        values.put("wrongRating", checked && !written.fitsRating());
        values.put("wrongText", checked && !written.fitsText());
        return pages.page(exchange, status, "review", SiteLanguage.of(exchange, null), values);
    }

    private Mono<ResponseEntity<String>> done(
            ServerWebExchange exchange, String token, HttpStatus status, String words) {
        Map<String, Object> values = Map.of("path", "/review/" + token + "/thanks", "words", words);
        return pages.page(exchange, status, "review-done", SiteLanguage.of(exchange, null), values);
    }

    private Mono<ResponseEntity<String>> nothing(ServerWebExchange exchange) {
        Map<String, Object> words =
                Map.of("why", "no-link.review.why", "next", "no-link.review.next", "myVisits", true);
        return pages.page(exchange, HttpStatus.NOT_FOUND, "no-link", SiteLanguage.of(exchange, null), words);
    }

    /** What was typed, right or wrong. */
    private record Written(String rating, String text) {

        static final Written NOTHING = new Written("", "");

        static Written of(MultiValueMap<String, String> form) {
            return new Written(
                    Optional.ofNullable(form.getFirst("rating")).orElse(""),
                    Optional.ofNullable(form.getFirst("text")).orElse("").strip());
        }

        boolean fitsRating() {
            return STARS.contains(rating);
        }

        boolean fitsText() {
            return text.length() <= LONGEST && TEXT.matcher(text).matches();
        }
    }
}
