package org.bodywork.bookings.handover.adapter.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.application.StaffAppointments;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.HandingOver;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.console.ConsolePages;
import org.bodywork.bookings.console.ConsolePages.Section;
import org.bodywork.bookings.console.Staff;
import org.bodywork.bookings.diary.Team;
import org.bodywork.bookings.handover.application.Handovers;
import org.bodywork.bookings.handover.application.ReportSick;
import org.bodywork.bookings.handover.domain.Case;
import org.bodywork.bookings.handover.domain.Case.Stage;
import org.bodywork.bookings.handover.domain.Handover;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.site.FormFields;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.platform.due.DueNudges;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.platform.web.InvalidRequest;
import org.jspecify.annotations.Nullable;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Staff report that a therapist is away: what it touches first, then what each client has decided. */
@RestController
@Hidden
@RequestMapping(HandoverDesk.PATH)
class HandoverDesk {

    static final String PATH = "/console/handovers";

    private static final int LONGEST_REASON = 500;

    private final Team team;
    private final ReportSick reports;
    private final Handovers handovers;
    private final StaffAppointments visits;
    private final ConsolePages pages;
    private final DueNudges nudges;
    private final BusinessClock clock;

    HandoverDesk(
            Team team,
            ReportSick reports,
            Handovers handovers,
            StaffAppointments visits,
            ConsolePages pages,
            DueNudges nudges,
            BusinessClock clock) {
        this.team = team;
        this.reports = reports;
        this.handovers = handovers;
        this.visits = visits;
        this.pages = pages;
        this.nudges = nudges;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<String>> show(ServerWebExchange exchange) {
        return page(exchange, HttpStatus.OK, new LinkedMultiValueMap<>(), null, null);
    }

    /** First the visits concerned; the same once more, confirmed, reports it. */
    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> report(ServerWebExchange exchange) {
        Staff staff = Staff.in(exchange);
        return exchange.getFormData().flatMap(form -> {
            String reason = FormFields.line(form, "reason");
            HandoverRequest wish = new HandoverRequest(
                    PathIds.uuid(FormFields.line(form, "therapist")).orElse(""),
                    FormFields.line(form, "from"),
                    FormFields.line(form, "to"),
                    reason.isEmpty() ? null : reason,
                    FormFields.line(form, "confirmed").equals("yes"));
            if (wish.therapistId().isEmpty()) {
                return page(exchange, HttpStatus.BAD_REQUEST, form, "block.no-therapist", null);
            }
            if (reason.length() > LONGEST_REASON) {
                return page(exchange, HttpStatus.BAD_REQUEST, form, "inbox.decline.no-reason", null);
            }
            return team.member(TherapistId.of(wish.therapistId()), staff.colleague())
                    .then(Mono.fromCallable(() -> wish.sickness(clock)))
                    .flatMap(sickness -> wish.isConfirmed()
                            ? reports.report(sickness, staff.colleague(), staff.token())
                                    .doOnNext(_ -> nudges.nudge("handovers"))
                                    .map(reported -> pages.onward(exchange, PATH + "/" + reported.id()))
                            : reports.look(sickness, staff.colleague())
                                    .flatMap(
                                            concerned -> page(exchange, HttpStatus.OK, form, null, concerned.visits())))
                    .onErrorResume(
                            InvalidRequest.class,
                            _ -> page(exchange, HttpStatus.BAD_REQUEST, form, "handover.dates", null));
        });
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<String>> one(@PathVariable String id, ServerWebExchange exchange) {
        Staff staff = Staff.in(exchange);
        SiteLanguage language = pages.languageOf(exchange);
        return HandoverController.theirs(handovers.byId(id), staff.colleague())
                .flatMap(report -> Flux.fromIterable(report.cases())
                        .concatMap(each -> visits.byId(each.visit(), staff.colleague())
                                .map(visit -> Row.of(each, visit, language))
                                .onErrorResume(Refusal.NoSuchAppointment.class, _ -> Mono.just(Row.gone(each))))
                        .collectList()
                        .flatMap(rows -> {
                            Map<String, Object> values = new HashMap<>();
                            values.put("path", PATH + "/" + report.id());
                            values.put("report", Line.of(report, language));
                            values.put("reason", report.reason());
                            values.put("therapistId", report.therapist().toString());
                            values.put("timeOff", report.timeOff());
                            values.put("rows", rows);
                            return pages.page(exchange, HttpStatus.OK, "handover-desk", Section.CALENDAR, values);
                        }));
    }

    private Mono<ResponseEntity<String>> page(
            ServerWebExchange exchange,
            HttpStatus status,
            MultiValueMap<String, String> form,
            @Nullable String fault,
            @Nullable List<Appointment> concerned) {
        Staff staff = Staff.in(exchange);
        SiteLanguage language = pages.languageOf(exchange);
        return Mono.zip(
                        team.of(staff.colleague()),
                        handovers
                                .of(staff.colleague())
                                .map(report -> Line.of(report, language))
                                .collectList())
                .flatMap(found -> {
                    Map<String, Object> values = new HashMap<>();
                    values.put("path", PATH);
                    values.put("people", found.getT1().stream().map(Person::of).toList());
                    values.put("reports", found.getT2());
                    values.put("therapist", FormFields.line(form, "therapist"));
                    values.put("from", FormFields.line(form, "from"));
                    values.put("to", FormFields.line(form, "to"));
                    values.put("reason", FormFields.line(form, "reason"));
                    values.put("fault", fault);
                    values.put(
                            "concerned",
                            concerned == null
                                    ? null
                                    : concerned.stream()
                                            .map(visit -> Row.of(visit, stageOf(visit), language))
                                            .toList());
                    return pages.page(exchange, status, "handovers", Section.CALENDAR, values);
                });
    }

    private Stage stageOf(Appointment visit) {
        return new HandingOver(visit).isPossible(clock.now()) ? Stage.WAITING : Stage.FOR_STAFF;
    }

    private static String words(Stage stage) {
        return "handover.stage." + stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A therapist to choose. */
    record Person(String id, String name) {

        static Person of(Listing listing) {
            return new Person(listing.id().toString(), listing.name());
        }
    }

    /** A report in the list. */
    record Line(String id, String name, String from, String to, int visits, long taken, long open, long staff) {

        static Line of(Handover report, SiteLanguage language) {
            return new Line(
                    report.id(),
                    report.name(),
                    language.day(report.from()),
                    language.day(report.to()),
                    report.cases().size(),
                    report.count(Stage.TAKEN),
                    report.count(Stage.OFFERED) + report.count(Stage.WAITING) + report.count(Stage.ENDING),
                    report.needingStaff());
        }
    }

    /**
     * A visit concerned.
     *
     * @param id null for one that nothing is known of any more
     * @param with who gives it by now
     */
    record Row(
            @Nullable String id,
            String client,
            String when,
            String with,
            String stage,
            boolean needsStaff,
            @Nullable String until) {

        static Row of(Case one, Appointment visit, SiteLanguage language) {
            Row row = of(visit, one.stage(), language);
            boolean asked = one.stage() == Stage.OFFERED;
            return new Row(
                    row.id,
                    row.client,
                    row.when,
                    row.with,
                    row.stage,
                    row.needsStaff,
                    asked
                            ? language.time(
                                    one.until().atZone(visit.state().visit().zone()))
                            : null);
        }

        static Row of(Appointment visit, Stage stage, SiteLanguage language) {
            return new Row(
                    visit.id().toString(),
                    visit.state().client().name(),
                    language.time(visit.state().visit().zonedStart()),
                    visit.state().visit().part().therapistName(),
                    words(stage),
                    stage.needsStaff(),
                    null);
        }

        static Row gone(Case one) {
            return new Row(null, "", "", "", words(one.stage()), one.stage().needsStaff(), null);
        }
    }
}
