package org.bodywork.bookings.appointment.adapter.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.adapter.web.IntakeQuestions.Answered;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.ReadClient;
import org.bodywork.bookings.appointment.application.ReadClient.Entry;
import org.bodywork.bookings.appointment.application.ReadIntake;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.console.ConsolePages;
import org.bodywork.bookings.console.ConsolePages.Section;
import org.bodywork.bookings.console.Staff;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What the treating therapist has of a client. Answers to the form are behind a button, since each reading is noted: a
 * page that is only opened notes nothing.
 */
@RestController
@Hidden
@RequestMapping(ClientPage.PATH)
class ClientPage {

    static final String PATH = "/console/clients";

    private final ReadClient clients;
    private final ReadIntake intakes;
    private final IntakeQuestions questions;
    private final ConsolePages pages;
    private final BusinessClock clock;

    ClientPage(
            ReadClient clients,
            ReadIntake intakes,
            IntakeQuestions questions,
            ConsolePages pages,
            BusinessClock clock) {
        this.clients = clients;
        this.intakes = intakes;
        this.questions = questions;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<String>> list(ServerWebExchange exchange) {
        SiteLanguage language = pages.languageOf(exchange);
        return Mono.fromCallable(() -> treating(exchange))
                .flatMap(clients::recent)
                .map(visits ->
                        visits.stream().map(visit -> Line.of(visit, language)).toList())
                .flatMap(lines ->
                        pages.page(exchange, HttpStatus.OK, "clients", Section.CLIENTS, Map.of("clients", lines)));
    }

    @GetMapping("/{visit}")
    Mono<ResponseEntity<String>> show(@PathVariable String visit, ServerWebExchange exchange) {
        return page(known(visit), null, exchange);
    }

    /** Shown at once and not by another address: going there again would be another reading. */
    @PostMapping(path = "/{visit}/answers", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> answers(@PathVariable String visit, ServerWebExchange exchange) {
        AppointmentId id = known(visit);
        return Mono.fromCallable(() -> treating(exchange))
                .flatMap(therapist -> intakes.read(id, therapist))
                .switchIfEmpty(Mono.error(Refusal.NoIntake::new))
                .map(read -> new Shown(
                        visit,
                        pages.languageOf(exchange).timeAndYear(read.at().atZone(ZoneOffset.UTC)),
                        questions.answered(
                                read.answers(), pages.languageOf(exchange).tag())))
                .flatMap(shown -> page(id, shown, exchange));
    }

    private Mono<ResponseEntity<String>> page(AppointmentId id, @Nullable Shown answers, ServerWebExchange exchange) {
        return Mono.fromCallable(() -> treating(exchange))
                .flatMap(therapist -> clients.read(id, therapist))
                .flatMap(entries -> pages.page(
                        exchange, HttpStatus.OK, "client", Section.CLIENTS, values(id, entries, answers, exchange)));
    }

    private Map<String, Object> values(
            AppointmentId id, List<Entry> entries, @Nullable Shown answers, ServerWebExchange exchange) {
        SiteLanguage language = pages.languageOf(exchange);
        Entry named = entries.stream()
                .filter(entry -> entry.visit().id().equals(id))
                .findFirst()
                .orElseThrow(Refusal.NoSuchAppointment::new);
        AppointmentState state = named.visit().state();
        Map<String, Object> values = new HashMap<>();
        values.put("path", PATH + "/" + id);
        values.put("base", PATH);
        values.put("name", state.client().name());
        values.put("forgotten", state.marks().isForgotten());
        values.put("email", state.client().email().value());
        values.put("phone", Optional.ofNullable(state.client().phone()).orElse(""));
        values.put("speaks", "client.speaks." + state.client().language().tag());
        // Whoever has not proven who it is may have typed somebody's address.
        values.put("unproven", state.intakeNeeded() && entries.size() > 1);
        values.put("answers", answers);
        values.put(
                "visits",
                entries.stream().map(entry -> line(entry, id, language)).toList());
        return values;
    }

    private VisitLine line(Entry entry, AppointmentId named, SiteLanguage language) {
        Appointment visit = entry.visit();
        AppointmentState state = visit.state();
        Integer score = entry.texts().outcome().painScore();
        boolean answered = state.intake() != null || (visit.id().equals(named) && !state.intakeNeeded());
        return new VisitLine(
                visit.id().toString(),
                language.timeAndYear(state.visit().zonedStart()),
                state.visit().part().treatment().name(),
                "status." + visit.statusAt(clock.now()).name(),
                state.late(),
                score == null ? "" : Integer.toString(score),
                text(entry.texts().outcome().notes()),
                text(entry.texts().note()),
                text(entry.texts().staffNote()),
                answered && !state.marks().isForgotten());
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** Whoever only leads the practice treats nobody. */
    private static Colleague.Therapist treating(ServerWebExchange exchange) {
        return Staff.in(exchange).treating().orElseThrow(() -> new AccessDeniedException("treats no clients"));
    }

    private static AppointmentId known(String id) {
        return PathIds.appointment(id).orElseThrow(Refusal.NoSuchAppointment::new);
    }

    /**
     * A client, by the newest visit.
     *
     * @param visit its id
     */
    record Line(String visit, String name, String when, String treatment) {

        static Line of(Appointment visit, SiteLanguage language) {
            AppointmentState state = visit.state();
            return new Line(
                    visit.id().toString(),
                    state.client().name(),
                    language.timeAndYear(state.visit().zonedStart()),
                    state.visit().part().treatment().name());
        }
    }

    /**
     * A visit and what was written at it.
     *
     * @param answered whether there are answers to read
     */
    record VisitLine(
            String id,
            String when,
            String treatment,
            String status,
            boolean late,
            String score,
            String notes,
            String note,
            String staffNote,
            boolean answered) {

        /** Shows nothing of anybody's health. */
        @Override
        public String toString() {
            return "visit " + id;
        }
    }

    /** The answers that were asked for just now. */
    record Shown(String visit, String given, List<Answered> items) {

        /** Shows nothing of anybody's health. */
        @Override
        public String toString() {
            return "answers";
        }
    }
}
