package org.bodywork.bookings.inbox;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.application.AcceptRequest;
import org.bodywork.bookings.appointment.application.AnswerOutcome;
import org.bodywork.bookings.appointment.application.DeclineRequest;
import org.bodywork.bookings.appointment.application.MoveVisit;
import org.bodywork.bookings.appointment.application.OfferInstead;
import org.bodywork.bookings.appointment.application.PrivateTexts;
import org.bodywork.bookings.appointment.application.ReadIntake;
import org.bodywork.bookings.appointment.application.StaffAppointments;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.console.ConsolePages;
import org.bodywork.bookings.console.ConsolePages.Section;
import org.bodywork.bookings.console.Staff;
import org.bodywork.bookings.console.TypedTime;
import org.bodywork.bookings.intake.IntakeSummary;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.Opening;
import org.bodywork.bookings.site.FormFields;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.platform.time.BusinessClock;
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

/**
 * What clients ask for. The list shows what is urgent and nothing of anybody's health; opening a request shows the
 * treating therapist what the client has answered, which is noted each time.
 */
@RestController
@Hidden
@RequestMapping(RequestsPage.PATH)
class RequestsPage {

    static final String PATH = "/console/requests";

    private static final String TEMPLATE = "inbox";
    private static final int LONGEST_REASON = 500;

    /** One line that says something, as everywhere staff give a reason. */
    private static final Pattern REASON =
            Pattern.compile("[^\\p{Cc}\\p{Zl}\\p{Zp}]*[^\\p{Cc}\\p{Z}][^\\p{Cc}\\p{Zl}\\p{Zp}]*");

    private final StaffAppointments appointments;
    private final AcceptRequest accept;
    private final DeclineRequest decline;
    private final MoveVisit moves;
    private final OfferInstead offers;
    private final ReadIntake readings;
    private final PrivateTexts texts;
    private final IntakeSummary summary;
    private final WhoAnswered answered;
    private final ConsolePages pages;
    private final BusinessClock clock;

    RequestsPage(
            StaffAppointments appointments,
            AcceptRequest accept,
            DeclineRequest decline,
            MoveVisit moves,
            OfferInstead offers,
            ReadIntake readings,
            PrivateTexts texts,
            IntakeSummary summary,
            WhoAnswered answered,
            ConsolePages pages,
            BusinessClock clock) {
        this.appointments = appointments;
        this.accept = accept;
        this.decline = decline;
        this.moves = moves;
        this.offers = offers;
        this.readings = readings;
        this.texts = texts;
        this.summary = summary;
        this.answered = answered;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<String>> list(ServerWebExchange exchange) {
        return listed(exchange).flatMap(values -> page(exchange, HttpStatus.OK, values));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<String>> open(@PathVariable String id, ServerWebExchange exchange) {
        return opened(known(id), exchange, HttpStatus.OK, Typed.NOTHING);
    }

    /** How it stands by now, for a page that has it open: nothing else of it is read again. */
    @GetMapping("/{id}/stand")
    Mono<ResponseEntity<String>> stand(@PathVariable String id, ServerWebExchange exchange) {
        Staff staff = Staff.in(exchange);
        return appointments
                .byId(known(id), staff.colleague())
                .flatMap(visit -> answered.last(visit, staff)
                        .flatMap(by -> pages.page(
                                exchange,
                                HttpStatus.OK,
                                "inbox-stand",
                                Section.REQUESTS,
                                Map.of("outcome", outcome(visit, staff), "by", by))));
    }

    @PostMapping("/{id}/accept")
    Mono<ResponseEntity<String>> accept(@PathVariable String id, ServerWebExchange exchange) {
        return onward(accept.accept(known(id), Staff.in(exchange).colleague()), id, exchange);
    }

    @PostMapping(path = "/{id}/decline", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> decline(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form -> FormFields.line(form, "reason"))
                .flatMap(reason -> isReason(reason)
                        ? onward(decline.decline(known(id), Staff.in(exchange).colleague(), reason), id, exchange)
                        : opened(known(id), exchange, HttpStatus.BAD_REQUEST, Typed.reason(reason)));
    }

    @PostMapping(path = "/{id}/propose", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> propose(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> appointments
                        .byId(known(id), Staff.in(exchange).colleague())
                        .flatMap(visit -> start(form, visit)
                                .map(start -> propose(visit.id(), start, form, exchange))
                                .orElseGet(() -> opened(
                                        visit.id(),
                                        exchange,
                                        HttpStatus.BAD_REQUEST,
                                        Typed.time(form, "inbox.propose.no-time")))));
    }

    private Mono<ResponseEntity<String>> propose(
            AppointmentId id, Instant start, MultiValueMap<String, String> form, ServerWebExchange exchange) {
        return onward(moves.propose(id, Staff.in(exchange).colleague(), start), id.toString(), exchange)
                .onErrorResume(
                        Refusal.CannotBook.class,
                        cannot -> opened(id, exchange, HttpStatus.CONFLICT, Typed.time(form, words(cannot.reason()))))
                .onErrorResume(
                        Refusal.StartHasPassed.class,
                        _ -> opened(id, exchange, HttpStatus.BAD_REQUEST, Typed.time(form, "inbox.propose.past")))
                .onErrorResume(
                        NotOffered.class,
                        _ -> opened(id, exchange, HttpStatus.CONFLICT, Typed.time(form, "inbox.propose.not-offered")));
    }

    private static String words(Refusal.CannotBook.Cause cause) {
        return switch (cause) {
            case SLOT_TAKEN -> "inbox.propose.taken";
            case NOT_AN_OPENING -> "inbox.propose.no-opening";
        };
    }

    /** By one tap on an offered time, or typed. */
    private static Optional<Instant> start(MultiValueMap<String, String> form, Appointment visit) {
        String offered = FormFields.line(form, "start");
        return offered.isEmpty()
                ? TypedTime.read(
                                FormFields.line(form, "date"),
                                FormFields.line(form, "time"),
                                visit.state().visit().zone())
                        .map(ZonedDateTime::toInstant)
                : OffsetTimes.read(offered);
    }

    /** Whoever comes second is shown what the first one said. */
    private Mono<ResponseEntity<String>> onward(Mono<Appointment> answer, String id, ServerWebExchange exchange) {
        ResponseEntity<String> there = pages.onward(exchange, PATH + "/" + id);
        return answer.map(_ -> there).onErrorReturn(Refusal.StateForbids.class, there);
    }

    private Mono<ResponseEntity<String>> opened(
            AppointmentId id, ServerWebExchange exchange, HttpStatus status, Typed typed) {
        Staff staff = Staff.in(exchange);
        return appointments
                .byId(id, staff.colleague())
                .flatMap(visit -> listed(exchange)
                        .zipWith(values(visit, staff, typed, pages.languageOf(exchange)), (list, one) -> {
                            list.put("open", one);
                            list.put("path", PATH + "/" + id);
                            return list;
                        }))
                .flatMap(values -> page(exchange, status, values));
    }

    private Mono<Map<String, Object>> listed(ServerWebExchange exchange) {
        Instant now = clock.now();
        return appointments.awaiting(Staff.in(exchange).colleague(), now).map(waiting -> {
            Map<String, Object> values = new HashMap<>();
            values.put(
                    "rows",
                    waiting.stream()
                            .map(visit -> RequestRow.of(visit, pages.languageOf(exchange), now))
                            .toList());
            values.put("open", null);
            return values;
        });
    }

    private Mono<ResponseEntity<String>> page(
            ServerWebExchange exchange, HttpStatus status, Map<String, Object> values) {
        values.put("scripts", List.of("console.js"));
        return pages.page(exchange, status, TEMPLATE, Section.REQUESTS, values);
    }

    private Mono<OpenRequest> values(Appointment visit, Staff staff, Typed typed, SiteLanguage language) {
        boolean due = visit.awaitsTherapistAt(clock.now());
        return Mono.zip(
                        told(visit, staff, language),
                        texts.open(visit),
                        due ? offers.near(visit) : Mono.just(List.<Opening>of()),
                        answered.last(visit, staff))
                .map(found -> new OpenRequest(
                        RequestRow.of(visit, language, clock.now()),
                        due,
                        outcome(visit, staff),
                        found.getT4(),
                        staff.treating()
                                .filter(therapist -> therapist.mayWorkOn(visit))
                                .isPresent(),
                        found.getT1().orElse(null),
                        Optional.ofNullable(found.getT2().note()).orElse(""),
                        found.getT3().stream()
                                .map(opening -> new OpenRequest.Time(
                                        OffsetTimes.text(opening.start()), language.time(opening.start())))
                                .toList(),
                        typed));
    }

    /** Nobody but the treating therapist reads it; each reading has been noted when it comes. */
    private Mono<Optional<IntakeSummary.Told>> told(Appointment visit, Staff staff, SiteLanguage language) {
        return Mono.justOrEmpty(staff.treating())
                .filter(therapist -> therapist.mayWorkOn(visit))
                .flatMap(therapist -> readings.read(visit.id(), therapist))
                .map(answered -> Optional.of(summary.of(answered.answers(), language.tag())))
                .defaultIfEmpty(Optional.empty());
    }

    private String outcome(Appointment visit, Staff staff) {
        return visit.awaitsTherapistAt(clock.now())
                ? ""
                : AnswerOutcome.of(visit, staff.colleague().actor(), clock.now());
    }

    private static boolean isReason(String given) {
        return given.length() <= LONGEST_REASON && REASON.matcher(given).matches();
    }

    private static AppointmentId known(String id) {
        return PathIds.appointment(id).orElseThrow(Refusal.NoSuchAppointment::new);
    }

    /** What came with a form that could not be followed, and why. */
    record Typed(String reason, String date, String time, String reasonFault, String timeFault) {

        static final Typed NOTHING = new Typed("", "", "", "", "");

        static Typed reason(String reason) {
            return new Typed(reason, "", "", "inbox.decline.no-reason", "");
        }

        static Typed time(MultiValueMap<String, String> form, String fault) {
            return new Typed("", FormFields.line(form, "date"), FormFields.line(form, "time"), "", fault);
        }
    }
}
