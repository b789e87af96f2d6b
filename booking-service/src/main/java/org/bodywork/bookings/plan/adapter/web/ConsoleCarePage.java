package org.bodywork.bookings.plan.adapter.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.StaffAppointments;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.console.ConsolePages;
import org.bodywork.bookings.console.ConsolePages.Section;
import org.bodywork.bookings.console.Staff;
import org.bodywork.bookings.opening.domain.Vocabulary;
import org.bodywork.bookings.plan.application.MeasureVisit;
import org.bodywork.bookings.plan.application.MeasureVisit.When;
import org.bodywork.bookings.plan.application.ReadPlan;
import org.bodywork.bookings.plan.application.WritePlan;
import org.bodywork.bookings.plan.application.WritePlan.Wording;
import org.bodywork.bookings.plan.domain.Cadence;
import org.bodywork.bookings.plan.domain.Measurement;
import org.bodywork.bookings.plan.domain.PlanRefusal;
import org.bodywork.bookings.plan.domain.ScoredVisit;
import org.bodywork.bookings.plan.domain.Terms;
import org.bodywork.bookings.plan.domain.UsualTime;
import org.bodywork.bookings.site.FormFields;
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

/** What the therapist measures at a visit, and the plan that is made there. */
@RestController
@Hidden
@RequestMapping("/console/visits/{id}/care")
class ConsoleCarePage {

    private static final int LONGEST_GOAL = 500;
    private static final MultiValueMap<String, String> NOTHING_TYPED = new LinkedMultiValueMap<>();

    private final StaffAppointments staff;
    private final MeasureVisit measuring;
    private final ReadPlan reading;
    private final WritePlan writing;
    private final ConsolePages pages;

    ConsoleCarePage(
            StaffAppointments staff, MeasureVisit measuring, ReadPlan reading, WritePlan writing, ConsolePages pages) {
        this.staff = staff;
        this.measuring = measuring;
        this.reading = reading;
        this.writing = writing;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<String>> show(@PathVariable String id, ServerWebExchange exchange) {
        return page(id, HttpStatus.OK, NOTHING_TYPED, "", exchange);
    }

    @PostMapping(path = "/{when:before|after}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> measure(
            @PathVariable String id, @PathVariable String when, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> measurement(form)
                        .map(measured -> measuring
                                .measure(
                                        visit(id),
                                        when.equals("before") ? When.BEFORE : When.AFTER,
                                        treating(exchange),
                                        measured)
                                .map(_ -> pages.onward(exchange, "/console/visits/" + id + "/care")))
                        .orElseGet(() -> page(id, HttpStatus.BAD_REQUEST, form, "care." + when, exchange)));
    }

    @PostMapping(path = "/plan", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> plan(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            Optional<Terms> terms = terms(form);
            Optional<Wording> wording = wording(form);
            return terms.isEmpty() || wording.isEmpty()
                    ? page(id, HttpStatus.BAD_REQUEST, form, "care.plan", exchange)
                    : writing.make(visit(id), treating(exchange), terms.get(), wording.get())
                            .map(made -> pages.onward(exchange, ConsolePlanPage.PATH + "/" + made.id()))
                            .onErrorResume(
                                    PlanRefusal.HasOne.class,
                                    _ -> page(id, HttpStatus.CONFLICT, form, "care.has-one", exchange));
        });
    }

    private static Optional<Measurement> measurement(MultiValueMap<String, String> form) {
        String motion = FormFields.line(form, "motion");
        String function = FormFields.line(form, "function");
        Optional<Integer> degrees = Scale.read(motion, Measurement.MOST_DEGREES);
        Optional<Integer> well = Scale.read(function, Measurement.WORST);
        boolean fits = (motion.isEmpty() || degrees.isPresent()) && (function.isEmpty() || well.isPresent());
        return Scale.read(FormFields.line(form, "pain"), Measurement.WORST)
                .filter(_ -> fits)
                .map(pain -> new Measurement(pain, degrees.orElse(null), well.orElse(null)));
    }

    private static Optional<Terms> terms(MultiValueMap<String, String> form) {
        String unit = FormFields.line(form, "unit").equals("W") ? "W" : "D";
        Optional<Cadence> every = Cadence.of("P" + FormFields.line(form, "every") + unit);
        Optional<Integer> visits =
                Scale.read(FormFields.line(form, "visits"), Terms.MOST_VISITS).filter(many -> many > 0);
        Optional<DayOfWeek> weekday = Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(FormFields.line(form, "weekday")))
                .findFirst();
        String time = FormFields.line(form, "time");
        return every.isPresent()
                        && visits.isPresent()
                        && weekday.isPresent()
                        && time.matches("([01][0-9]|2[0-3]):[0-5][05]")
                ? Optional.of(new Terms(visits.get(), every.get(), new UsualTime(weekday.get(), LocalTime.parse(time))))
                : Optional.empty();
    }

    private static Optional<Wording> wording(MultiValueMap<String, String> form) {
        String condition = FormFields.line(form, "condition");
        String goal = FormFields.line(form, "goal");
        List<String> techniques = form.getOrDefault("techniques", List.of());
        boolean fits = Vocabulary.CONDITIONS.contains(condition)
                && !goal.isEmpty()
                && goal.length() <= LONGEST_GOAL
                && goal.matches("[\\P{Cc}\\t\\r\\n]*")
                && Vocabulary.MODALITIES.containsAll(techniques);
        return fits
                ? Optional.of(new Wording(
                        condition, goal, techniques.stream().distinct().toList()))
                : Optional.empty();
    }

    private Mono<ResponseEntity<String>> page(
            String id,
            HttpStatus status,
            MultiValueMap<String, String> typed,
            String fault,
            ServerWebExchange exchange) {
        Colleague.Therapist therapist = treating(exchange);
        SiteLanguage language = pages.languageOf(exchange);
        return staff.byId(visit(id), therapist)
                .flatMap(visit -> Mono.zip(
                                measuring.read(visit.id(), therapist),
                                reading.openAt(visit).map(Optional::of).defaultIfEmpty(Optional.empty()))
                        .map(found -> {
                            Map<String, Object> values = values(visit, found.getT1(), language);
                            values.put(
                                    "plan", found.getT2().map(Object::toString).orElse(null));
                            values.put("typed", typed);
                            values.put("fault", fault);
                            return values;
                        }))
                .flatMap(values -> pages.page(exchange, status, "console-care", Section.CALENDAR, values));
    }

    private static Map<String, Object> values(Appointment visit, ScoredVisit known, SiteLanguage language) {
        Map<String, Object> values = new HashMap<>();
        var start = visit.state().visit().zonedStart();
        values.put("id", visit.id().toString());
        values.put("client", visit.state().client().name());
        values.put("when", language.timeAndYear(start));
        values.put("there", visit.status() == Status.CHECKED_IN || visit.status() == Status.COMPLETED);
        values.put("before", known.before());
        values.put("after", known.after());
        values.put("conditions", Vocabulary.CONDITIONS.stream().sorted().toList());
        values.put("modalities", Vocabulary.MODALITIES.stream().sorted().toList());
        values.put(
                "weekdays",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Day(day.name(), day.getDisplayName(TextStyle.FULL, language.locale())))
                        .toList());
        values.put("usualDay", start.getDayOfWeek().name());
        values.put("usualTime", start.toLocalTime().toString());
        return values;
    }

    private static Colleague.Therapist treating(ServerWebExchange exchange) {
        return Staff.in(exchange).treating().orElseThrow(Refusal.NotYours::new);
    }

    private static AppointmentId visit(String id) {
        return PathIds.appointment(id).orElseThrow(Refusal.NoSuchAppointment::new);
    }

    /** A weekday and its word. */
    record Day(String name, String text) {}
}
