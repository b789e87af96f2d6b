package org.bodywork.bookings.diary;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.regex.Pattern;
import org.bodywork.bookings.appointment.application.CancelVisit;
import org.bodywork.bookings.appointment.application.RecordAttendance;
import org.bodywork.bookings.appointment.application.StaffAppointments;
import org.bodywork.bookings.appointment.domain.ProcedureCode;
import org.bodywork.bookings.appointment.domain.VisitOutcome;
import org.bodywork.bookings.console.Staff;
import org.bodywork.bookings.diary.MessageCalls.Resent;
import org.bodywork.bookings.site.FormFields;
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

/** One visit: how it stands, what became of it, and what its client was sent. */
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
    private final MessageCalls messages;
    private final VisitDrawing drawing;

    VisitPage(
            StaffAppointments appointments,
            RecordAttendance attendance,
            CancelVisit cancel,
            MessageCalls messages,
            VisitDrawing drawing) {
        this.appointments = appointments;
        this.attendance = attendance;
        this.cancel = cancel;
        this.messages = messages;
        this.drawing = drawing;
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
        return drawing.page(id, exchange, HttpStatus.OK, Typed.nothing(Note.of(note)));
    }

    @PostMapping("/check-in")
    Mono<ResponseEntity<String>> checkIn(@PathVariable String id, ServerWebExchange exchange) {
        return drawing.onward(
                attendance.checkIn(VisitDrawing.known(id), Staff.in(exchange).colleague()), id, exchange);
    }

    @PostMapping("/no-show")
    Mono<ResponseEntity<String>> noShow(@PathVariable String id, ServerWebExchange exchange) {
        return drawing.onward(
                attendance.noShow(VisitDrawing.known(id), Staff.in(exchange).colleague()), id, exchange);
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
                    ? drawing.onward(
                            attendance.complete(
                                    VisitDrawing.known(id),
                                    Staff.in(exchange).colleague(),
                                    new VisitOutcome(
                                            score.isEmpty() ? null : Integer.valueOf(score),
                                            notes.isEmpty() ? null : notes,
                                            ProcedureCode.of(code).orElse(null))),
                            id,
                            exchange)
                    : refused(id, form, exchange, "complete", "visit.complete.fault");
        });
    }

    @PostMapping(path = "/cancel", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> cancel(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String reason = FormFields.line(form, "reason");
            return Reasons.isOne(reason)
                    ? drawing.onward(
                            cancel.cancel(
                                    VisitDrawing.known(id), Staff.in(exchange).colleague(), reason),
                            id,
                            exchange)
                    : refused(id, form, exchange, "cancel", "inbox.decline.no-reason");
        });
    }

    @PostMapping(path = "/messages/{message}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> resend(
            @PathVariable String id, @PathVariable String message, ServerWebExchange exchange) {
        Staff staff = Staff.in(exchange);
        return appointments
                .byId(VisitDrawing.known(id), staff.colleague())
                .flatMap(visit -> exchange.getFormData()
                        .flatMap(form -> MESSAGE.matcher(message).matches()
                                ? messages.resend(message, Keys.shown(form), staff)
                                : Mono.just(Resent.REFUSED))
                        .map(resent -> drawing.there(visit.id().toString(), exchange, noteOf(resent))));
    }

    private Mono<ResponseEntity<String>> refused(
            String id, MultiValueMap<String, String> form, ServerWebExchange exchange, String part, String fault) {
        return drawing.page(id, exchange, HttpStatus.BAD_REQUEST, Typed.of(form, part, fault));
    }

    private static boolean isScore(String given) {
        return given.isEmpty() || (given.matches("[0-9]{1,2}") && Integer.parseInt(given) <= WORST_PAIN);
    }

    private static Note noteOf(Resent resent) {
        return switch (resent) {
            case PLANNED -> Note.RESENT;
            case REFUSED -> Note.NOT_RESENT;
            case AWAY -> Note.RESEND_AWAY;
        };
    }
}
