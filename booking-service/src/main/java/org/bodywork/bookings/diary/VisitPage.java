package org.bodywork.bookings.diary;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.application.CancelVisit;
import org.bodywork.bookings.appointment.application.FindConflicts;
import org.bodywork.bookings.appointment.application.MoveVisit;
import org.bodywork.bookings.appointment.application.OnBehalf;
import org.bodywork.bookings.appointment.application.Place;
import org.bodywork.bookings.appointment.application.Places;
import org.bodywork.bookings.appointment.application.PrivateTexts;
import org.bodywork.bookings.appointment.application.RecordAttendance;
import org.bodywork.bookings.appointment.application.StaffAppointments;
import org.bodywork.bookings.appointment.application.StaffQuery;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.ProcedureCode;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.appointment.domain.VisitOutcome;
import org.bodywork.bookings.appointment.domain.Wanted;
import org.bodywork.bookings.console.ConsolePages;
import org.bodywork.bookings.console.ConsolePages.Section;
import org.bodywork.bookings.console.Staff;
import org.bodywork.bookings.console.TypedTime;
import org.bodywork.bookings.diary.MessageCalls.Messages;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.bookings.site.FormFields;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One visit: how it stands, what can be done with it, and what its client was sent. */
@RestController
@Hidden
@RequestMapping(VisitPage.PATH + "/{id}")
class VisitPage {

    static final String PATH = "/console/visits";

    private static final int LONGEST_NOTES = 4_000;
    private static final int WORST_PAIN = 10;

    /** Line ends and tabs are the only control characters. */
    private static final Pattern TEXT = Pattern.compile("[\\P{Cc}\\t\\r\\n]*");

    /** Of notification-service's making. */
    private static final Pattern MESSAGE = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    private final StaffAppointments appointments;
    private final RecordAttendance attendance;
    private final CancelVisit cancel;
    private final MoveVisit moves;
    private final FindConflicts conflicts;
    private final PrivateTexts texts;
    private final Places places;
    private final MessageCalls messages;
    private final ConsolePages pages;
    private final BusinessClock clock;

    VisitPage(
            StaffAppointments appointments,
            RecordAttendance attendance,
            CancelVisit cancel,
            MoveVisit moves,
            FindConflicts conflicts,
            PrivateTexts texts,
            Places places,
            MessageCalls messages,
            ConsolePages pages,
            BusinessClock clock) {
        this.appointments = appointments;
        this.attendance = attendance;
        this.cancel = cancel;
        this.moves = moves;
        this.conflicts = conflicts;
        this.texts = texts;
        this.places = places;
        this.messages = messages;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param note what became of the last form: one of {@link Note}; anything else says nothing
     */
    @GetMapping
    Mono<ResponseEntity<String>> show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String note,
            ServerWebExchange exchange) {
        return page(id, exchange, HttpStatus.OK, Typed.nothing(Note.of(note)));
    }

    @PostMapping("/check-in")
    Mono<ResponseEntity<String>> checkIn(@PathVariable String id, ServerWebExchange exchange) {
        return onward(attendance.checkIn(known(id), Staff.in(exchange).colleague()), id, exchange);
    }

    @PostMapping("/no-show")
    Mono<ResponseEntity<String>> noShow(@PathVariable String id, ServerWebExchange exchange) {
        return onward(attendance.noShow(known(id), Staff.in(exchange).colleague()), id, exchange);
    }

    @PostMapping(path = "/complete", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> complete(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String score = FormFields.line(form, "painScore");
            String notes = FormFields.line(form, "notes");
            String code = FormFields.line(form, "code");
            boolean fits =
                    notes.length() <= LONGEST_NOTES && TEXT.matcher(notes).matches();
            return isScore(score)
                            && fits
                            && (code.isEmpty() || ProcedureCode.of(code).isPresent())
                    ? onward(
                            attendance.complete(
                                    known(id),
                                    Staff.in(exchange).colleague(),
                                    new VisitOutcome(
                                            score.isEmpty() ? null : Integer.valueOf(score),
                                            notes.isEmpty() ? null : notes,
                                            ProcedureCode.of(code).orElse(null))),
                            id,
                            exchange)
                    : page(id, exchange, HttpStatus.BAD_REQUEST, Typed.of(form, "complete", "visit.complete.fault"));
        });
    }

    @PostMapping(path = "/cancel", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> cancel(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> Reasons.isOne(FormFields.line(form, "reason"))
                        ? onward(
                                cancel.cancel(
                                        known(id), Staff.in(exchange).colleague(), FormFields.line(form, "reason")),
                                id,
                                exchange)
                        : page(
                                id,
                                exchange,
                                HttpStatus.BAD_REQUEST,
                                Typed.of(form, "cancel", "inbox.decline.no-reason")));
    }

    @PostMapping(path = "/move", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> move(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            Typed noReason = Typed.of(form, "move", "inbox.decline.no-reason");
            return Reasons.isOne(FormFields.line(form, "reason"))
                    ? timed(
                            id,
                            form,
                            exchange,
                            "move",
                            start -> moves.byStaff(
                                    known(id),
                                    new OnBehalf(
                                            Staff.in(exchange).colleague(),
                                            Rules.waived(form),
                                            FormFields.line(form, "reason")),
                                    start))
                    : page(id, exchange, HttpStatus.BAD_REQUEST, noReason);
        });
    }

    @PostMapping(path = "/propose", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> propose(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> timed(
                        id,
                        form,
                        exchange,
                        "propose",
                        start -> moves.propose(known(id), Staff.in(exchange).colleague(), start)));
    }

    @PostMapping(path = "/messages/{message}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> resend(
            @PathVariable String id, @PathVariable String message, ServerWebExchange exchange) {
        Staff staff = Staff.in(exchange);
        return appointments
                .byId(known(id), staff.colleague())
                .flatMap(visit -> exchange.getFormData()
                        .flatMap(form -> MESSAGE.matcher(message).matches()
                                ? messages.resend(message, Keys.shown(form), staff)
                                : Mono.just(MessageCalls.Resent.REFUSED))
                        .map(resent -> there(visit.id().toString(), exchange, Note.of(resent))));
    }

    /** With a time that was typed; where it cannot be had, the page says why and keeps what was typed. */
    private Mono<ResponseEntity<String>> timed(
            String id, MultiValueMap<String, String> form, ServerWebExchange exchange, String part, Change change) {
        return appointments.byId(known(id), Staff.in(exchange).colleague()).flatMap(visit -> {
            Optional<Instant> start = TypedTime.read(
                            FormFields.line(form, "date"),
                            FormFields.line(form, "time"),
                            visit.state().visit().zone())
                    .map(ZonedDateTime::toInstant);
            if (start.isEmpty()) {
                return page(id, exchange, HttpStatus.BAD_REQUEST, Typed.of(form, part, "inbox.propose.no-time"));
            }
            return onward(change.to(start.get()), id, exchange)
                    .onErrorResume(
                            Refusal.CannotBook.class,
                            cannot -> page(
                                    id,
                                    exchange,
                                    HttpStatus.CONFLICT,
                                    Typed.of(form, part, Rules.words(cannot))
                                            .offering(cannot, pages.languageOf(exchange))))
                    .onErrorResume(
                            Refusal.StartHasPassed.class,
                            _ -> page(id, exchange, HttpStatus.BAD_REQUEST, Typed.of(form, part, "inbox.propose.past")))
                    .onErrorResume(
                            NotOffered.class,
                            _ -> page(
                                    id,
                                    exchange,
                                    HttpStatus.CONFLICT,
                                    Typed.of(form, part, "inbox.propose.not-offered")));
        });
    }

    /** Whoever comes too late, or too early, is told how it stands. */
    private Mono<ResponseEntity<String>> onward(Mono<Appointment> change, String id, ServerWebExchange exchange) {
        return change.map(_ -> there(id, exchange, Note.DONE))
                .onErrorResume(Refusal.StateForbids.class, _ -> Mono.just(there(id, exchange, Note.CHANGED)))
                .onErrorResume(Refusal.TooEarly.class, _ -> Mono.just(there(id, exchange, Note.EARLY)));
    }

    private ResponseEntity<String> there(String id, ServerWebExchange exchange, Note note) {
        return pages.onward(exchange, PATH + "/" + id + "?note=" + note.name().toLowerCase(Locale.ROOT));
    }

    private Mono<ResponseEntity<String>> page(String id, ServerWebExchange exchange, HttpStatus status, Typed typed) {
        Staff staff = Staff.in(exchange);
        SiteLanguage language = pages.languageOf(exchange);
        return appointments
                .byId(known(id), staff.colleague())
                .flatMap(visit -> Mono.zip(
                                places.at(
                                        visit.state().visit().practice(),
                                        visit.state().visit().location()),
                                texts.open(visit),
                                messages.about(visit.id(), staff)
                                        .map(Optional::of)
                                        .defaultIfEmpty(Optional.empty()),
                                clash(visit, staff))
                        .flatMap(found -> {
                            Map<String, Object> values = values(visit, found.getT1(), language);
                            values.put("path", PATH + "/" + visit.id());
                            values.put("note", found.getT2().note());
                            values.put("staffNote", found.getT2().staffNote());
                            values.put("outcome", found.getT2().outcome());
                            values.put("reasons", found.getT4());
                            values.put("typed", typed);
                            putMessages(values, found.getT3(), visit, language);
                            return pages.page(exchange, status, "visit", Section.CALENDAR, values);
                        }));
    }

    private Mono<List<String>> clash(Appointment visit, Staff staff) {
        var date = visit.state().visit().localStart().toLocalDate();
        return conflicts
                .find(new StaffQuery(staff.colleague(), date, date, Set.of(), null, 100), null)
                .map(found -> found.conflicts().stream()
                        .filter(conflict -> conflict.visit().id().equals(visit.id()))
                        .flatMap(conflict -> conflict.reasons().stream())
                        .map(reason -> "hindrance." + reason.name())
                        .toList());
    }

    private Map<String, Object> values(Appointment appointment, Place place, SiteLanguage language) {
        Instant now = clock.now();
        Visit visit = appointment.state().visit();
        Wanted wanted = appointment.state().wanted();
        Room room = visit.part().room();
        Map<String, Object> values = new HashMap<>();
        values.put("id", appointment.id().toString());
        values.put("client", appointment.state().client().name());
        values.put("email", appointment.state().client().email().value());
        values.put("phone", appointment.state().client().phone());
        values.put("when", language.timeAndYear(visit.zonedStart()));
        values.put("day", visit.localStart().toLocalDate().toString());
        values.put("treatment", visit.part().treatment().name());
        values.put("therapist", visit.part().therapistName());
        values.put("where", (place.name() == null ? "" : place.name()) + (room == null ? "" : " · " + room.name()));
        values.put("status", "staff-status." + appointment.statusAt(now).name());
        values.put(
                "wanted", wanted == null ? null : language.time(wanted.visit().zonedStart()));
        values.put("actions", Actions.on(appointment, now));
        values.put("version", appointment.state().version());
        values.put("rules", Rules.ALL);
        values.put("receipt", appointment.status() == Status.COMPLETED);
        values.put("codes", ProcedureCode.values());
        return values;
    }

    private static void putMessages(
            Map<String, Object> values, Optional<Messages> found, Appointment visit, SiteLanguage language) {
        values.put("messagesAway", found.isEmpty());
        values.put(
                "messages",
                found.map(messages ->
                                MessageRow.of(messages, visit.state().visit().zone(), language))
                        .orElse(List.of()));
        values.put("channels", found.map(messages -> messages.channels()).orElse(List.of()));
        values.put(
                "bounced",
                found.stream()
                        .flatMap(messages -> messages.items().stream())
                        .anyMatch(message -> message.isToClient()
                                && message.channel().equals("EMAIL")
                                && message.state().equals("FAILED")));
        values.put("key", Keys.fresh());
    }

    private static boolean isScore(String given) {
        return given.isEmpty() || (given.matches("[0-9]{1,2}") && Integer.parseInt(given) <= WORST_PAIN);
    }

    private static AppointmentId known(String id) {
        return PathIds.appointment(id).orElseThrow(Refusal.NoSuchAppointment::new);
    }

    private interface Change {
        Mono<Appointment> to(Instant start);
    }

    /** What became of the last form. */
    enum Note {
        NONE,
        DONE,
        CHANGED,
        EARLY,
        BOOKED,
        RESENT,
        NOT_RESENT,
        RESEND_AWAY;

        static Note of(@Nullable String given) {
            for (Note note : values()) {
                if (note.name().toLowerCase(Locale.ROOT).equals(given)) {
                    return note;
                }
            }
            return NONE;
        }

        static Note of(MessageCalls.Resent resent) {
            return switch (resent) {
                case PLANNED -> RESENT;
                case REFUSED -> NOT_RESENT;
                case AWAY -> RESEND_AWAY;
            };
        }
    }
}
