package org.bodywork.bookings.plan.adapter.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.console.ConsolePages;
import org.bodywork.bookings.console.ConsolePages.Section;
import org.bodywork.bookings.console.Staff;
import org.bodywork.bookings.opening.domain.Vocabulary;
import org.bodywork.bookings.plan.application.Decided;
import org.bodywork.bookings.plan.application.ReadPlan;
import org.bodywork.bookings.plan.application.ReadPlan.Known;
import org.bodywork.bookings.plan.application.WritePlan;
import org.bodywork.bookings.plan.domain.NextStep;
import org.bodywork.bookings.plan.domain.PlanId;
import org.bodywork.bookings.plan.domain.PlanRefusal;
import org.bodywork.bookings.plan.domain.Proposal;
import org.bodywork.bookings.site.FormFields;
import org.bodywork.bookings.site.SiteLanguage;
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

/** A plan for the treating therapist: how it goes, what the policy proposes and why, and the decision. */
@RestController
@Hidden
@RequestMapping(ConsolePlanPage.PATH + "/{id}")
class ConsolePlanPage {

    static final String PATH = "/console/plans";

    private final ReadPlan reading;
    private final WritePlan writing;
    private final ConsolePages pages;

    ConsolePlanPage(ReadPlan reading, WritePlan writing, ConsolePages pages) {
        this.reading = reading;
        this.writing = writing;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<String>> show(@PathVariable String id, ServerWebExchange exchange) {
        return page(id, HttpStatus.OK, "", exchange);
    }

    @PostMapping(path = "/decide", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> decide(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> decided(form)
                        .map(decided -> writing.decide(plan(id), version(form), treating(exchange), decided)
                                .map(_ -> pages.onward(exchange, PATH + "/" + id))
                                .onErrorResume(
                                        PlanRefusal.ChangedSince.class,
                                        _ -> page(id, HttpStatus.CONFLICT, "plan.decide.changed", exchange))
                                .onErrorResume(
                                        PlanRefusal.NotOpen.class,
                                        _ -> page(id, HttpStatus.CONFLICT, "plan.decide.over", exchange)))
                        .orElseGet(() -> page(id, HttpStatus.BAD_REQUEST, "plan.decide.fault", exchange)));
    }

    @PostMapping("/end")
    Mono<ResponseEntity<String>> end(@PathVariable String id, ServerWebExchange exchange) {
        return writing.end(plan(id), treating(exchange)).map(_ -> pages.onward(exchange, PATH + "/" + id));
    }

    private static Optional<Decided> decided(MultiValueMap<String, String> form) {
        String step = FormFields.line(form, "step");
        List<String> techniques = form.getOrDefault("techniques", List.of());
        return Arrays.stream(NextStep.values())
                .filter(known -> known.name().equals(step))
                .filter(_ -> Vocabulary.MODALITIES.containsAll(techniques))
                .findFirst()
                .map(known ->
                        new Decided(known, null, null, known == NextStep.CHANGE_TECHNIQUE ? techniques : List.of()));
    }

    /** What is no version is none that the plan ever had. */
    private static long version(MultiValueMap<String, String> form) {
        String typed = FormFields.line(form, "version");
        return typed.matches("[0-9]{1,9}") ? Long.parseLong(typed) : -1;
    }

    private Mono<ResponseEntity<String>> page(String id, HttpStatus status, String fault, ServerWebExchange exchange) {
        return reading.read(plan(id), treating(exchange))
                .flatMap(known -> pages.page(
                        exchange,
                        status,
                        "console-plan",
                        Section.CALENDAR,
                        values(known, fault, pages.languageOf(exchange))));
    }

    private static Map<String, Object> values(Known known, String fault, SiteLanguage language) {
        Map<String, Object> values = PlanPage.facts(known, language);
        Proposal proposal = known.proposal();
        values.put("id", known.plan().id().toString());
        values.put("client", known.plan().client().name());
        values.put("visit", known.plan().lastVisit().id().toString());
        values.put("open", known.plan().status().isOpen());
        values.put("version", known.plan().version());
        values.put(
                "nextDay",
                known.plan().nextDay() == null
                        ? null
                        : language.day(known.plan().nextDay()));
        values.put("proposed", proposal.step().name());
        values.put(
                "reasons",
                proposal.reasons().stream()
                        .map(reason -> new Words("reason." + reason.words(), reason.numbers()))
                        .toList());
        values.put("steps", Arrays.stream(NextStep.values()).map(Enum::name).toList());
        values.put("modalities", Vocabulary.MODALITIES.stream().sorted().toList());
        values.put("decisions", known.care().decisions());
        values.put("fault", fault);
        return values;
    }

    private static Colleague.Therapist treating(ServerWebExchange exchange) {
        return Staff.in(exchange).treating().orElseThrow(Refusal.NotYours::new);
    }

    private static PlanId plan(String id) {
        return PathIds.uuid(id).map(PlanId::of).orElseThrow(PlanRefusal.NoSuchPlan::new);
    }

    /** A sentence and what stands in it. */
    record Words(String key, List<Integer> numbers) {}
}
