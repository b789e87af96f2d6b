package org.bodywork.bookings.plan.adapter.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bodywork.bookings.plan.application.AnswerScore;
import org.bodywork.bookings.plan.application.AnswerScore.Answer;
import org.bodywork.bookings.plan.application.AnswerScore.Asked;
import org.bodywork.bookings.plan.domain.Measurement;
import org.bodywork.bookings.plan.domain.PlanRefusal;
import org.bodywork.bookings.plan.domain.RedFlag;
import org.bodywork.bookings.site.FormFields;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
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

/** Asks a client once how they are after a visit. */
@RestController
@Hidden
@RequestMapping("/scores/{secret}")
class ScorePage {

    private static final List<Integer> SCALE =
            IntStream.rangeClosed(0, Measurement.WORST).boxed().toList();
    private static final MultiValueMap<String, String> NOTHING_TYPED = new LinkedMultiValueMap<>();

    private final AnswerScore scores;
    private final Pages pages;

    ScorePage(AnswerScore scores, Pages pages) {
        this.scores = scores;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<String>> show(@PathVariable String secret, ServerWebExchange exchange) {
        return page(secret, NOTHING_TYPED, HttpStatus.OK, "", exchange);
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> answer(@PathVariable String secret, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> read(form)
                        .map(answer -> scores.answer(secret, answer)
                                .map(_ -> pages.onward("/scores/" + secret, SiteLanguage.of(exchange, null)))
                                .onErrorResume(
                                        PlanRefusal.ScoreGiven.class,
                                        _ -> page(secret, form, HttpStatus.CONFLICT, "score.given", exchange))
                                .onErrorResume(
                                        PlanRefusal.ScoreClosed.class,
                                        _ -> page(secret, form, HttpStatus.GONE, "", exchange))
                                .onErrorResume(PlanRefusal.NoSuchScore.class, _ -> nothing(exchange)))
                        .orElseGet(() -> page(secret, form, HttpStatus.BAD_REQUEST, "score.fault", exchange)));
    }

    private static Optional<Answer> read(MultiValueMap<String, String> form) {
        String function = FormFields.line(form, "function");
        Optional<Integer> pain = Scale.read(FormFields.line(form, "pain"), Measurement.WORST);
        Optional<Integer> well = Scale.read(function, Measurement.WORST);
        List<String> flags = form.getOrDefault("flags", List.of());
        boolean known = flags.stream()
                .allMatch(
                        flag -> Arrays.stream(RedFlag.values()).map(Enum::name).anyMatch(flag::equals));
        return pain.isPresent() && known && (function.isEmpty() || well.isPresent())
                ? Optional.of(new Answer(
                        pain.get(),
                        well.orElse(null),
                        flags.stream().map(RedFlag::valueOf).collect(Collectors.toUnmodifiableSet())))
                : Optional.empty();
    }

    private Mono<ResponseEntity<String>> page(
            String secret,
            MultiValueMap<String, String> typed,
            HttpStatus status,
            String fault,
            ServerWebExchange exchange) {
        return scores.find(secret)
                .flatMap(asked -> {
                    HttpStatus shown = !asked.isAnswered() && !asked.isOpen() ? HttpStatus.GONE : status;
                    SiteLanguage language = SiteLanguage.of(exchange, null);
                    return pages.page(
                            exchange, shown, "score", language, values(secret, asked, typed, fault, language));
                })
                .onErrorResume(PlanRefusal.NoSuchScore.class, _ -> nothing(exchange));
    }

    private static Map<String, Object> values(
            String secret, Asked asked, MultiValueMap<String, String> typed, String fault, SiteLanguage language) {
        Map<String, Object> values = new HashMap<>();
        values.put("path", "/scores/" + secret);
        values.put("scale", SCALE);
        values.put("flags", RedFlag.values());
        values.put("ticked", typed.getOrDefault("flags", List.of()));
        values.put("pain", FormFields.line(typed, "pain"));
        values.put("function", FormFields.line(typed, "function"));
        values.put("fault", fault);
        values.put("days", asked.day().days());
        values.put("day", language.day(asked.outcome().on()));
        values.put("answered", asked.isAnswered());
        values.put("open", asked.isOpen());
        return values;
    }

    private Mono<ResponseEntity<String>> nothing(ServerWebExchange exchange) {
        return PlanPage.noLink(pages, exchange, "no-link.score.why");
    }
}
