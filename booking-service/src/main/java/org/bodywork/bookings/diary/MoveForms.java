package org.bodywork.bookings.diary;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.bodywork.bookings.appointment.application.MoveVisit;
import org.bodywork.bookings.appointment.application.OnBehalf;
import org.bodywork.bookings.appointment.application.StaffAppointments;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.console.ConsolePages;
import org.bodywork.bookings.console.Staff;
import org.bodywork.bookings.console.TypedTime;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.site.FormFields;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Another time for a visit, typed on its page: taken at once, or asked of the client. */
@RestController
@Hidden
@RequestMapping(VisitPage.PATH + "/{id}")
class MoveForms {

    private final StaffAppointments appointments;
    private final MoveVisit moves;
    private final VisitDrawing drawing;
    private final ConsolePages pages;

    MoveForms(StaffAppointments appointments, MoveVisit moves, VisitDrawing drawing, ConsolePages pages) {
        this.appointments = appointments;
        this.moves = moves;
        this.drawing = drawing;
        this.pages = pages;
    }

    @PostMapping(path = "/move", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> move(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            Sent sent = new Sent(id, "move", form, exchange);
            String reason = FormFields.line(form, "reason");
            return Reasons.isOne(reason)
                    ? timed(
                            sent,
                            start -> moves.byStaff(
                                    VisitDrawing.known(id),
                                    new OnBehalf(Staff.in(exchange).colleague(), Rules.waived(form), reason),
                                    start))
                    : refused(sent, HttpStatus.BAD_REQUEST, "inbox.decline.no-reason");
        });
    }

    @PostMapping(path = "/propose", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> propose(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> timed(
                        new Sent(id, "propose", form, exchange),
                        start -> moves.propose(
                                VisitDrawing.known(id), Staff.in(exchange).colleague(), start)));
    }

    /** With a time that was typed; where it cannot be had, the page says why and keeps what was typed. */
    private Mono<ResponseEntity<String>> timed(Sent sent, Change change) {
        return appointments
                .byId(VisitDrawing.known(sent.id()), Staff.in(sent.exchange()).colleague())
                .flatMap(visit -> start(sent, visit)
                        .map(start -> changed(sent, change.to(start)))
                        .orElseGet(() -> refused(sent, HttpStatus.BAD_REQUEST, "inbox.propose.no-time")));
    }

    private static Optional<Instant> start(Sent sent, Appointment visit) {
        return TypedTime.read(
                        FormFields.line(sent.form(), "date"),
                        FormFields.line(sent.form(), "time"),
                        visit.state().visit().zone())
                .map(ZonedDateTime::toInstant);
    }

    private Mono<ResponseEntity<String>> changed(Sent sent, Mono<Appointment> change) {
        return drawing.onward(change, sent.id(), sent.exchange())
                .onErrorResume(Refusal.CannotBook.class, cannot -> taken(sent, cannot))
                .onErrorResume(
                        Refusal.StartHasPassed.class, _ -> refused(sent, HttpStatus.BAD_REQUEST, "inbox.propose.past"))
                .onErrorResume(NotOffered.class, _ -> refused(sent, HttpStatus.CONFLICT, "inbox.propose.not-offered"));
    }

    private Mono<ResponseEntity<String>> taken(Sent sent, Refusal.CannotBook cannot) {
        Typed typed = Typed.of(sent.form(), sent.part(), Rules.words(cannot))
                .offering(cannot, pages.languageOf(sent.exchange()));
        return drawing.page(sent.id(), sent.exchange(), HttpStatus.CONFLICT, typed);
    }

    private Mono<ResponseEntity<String>> refused(Sent sent, HttpStatus status, String fault) {
        return drawing.page(sent.id(), sent.exchange(), status, Typed.of(sent.form(), sent.part(), fault));
    }

    /**
     * A form that was sent.
     *
     * @param part which one of the page
     */
    private record Sent(String id, String part, MultiValueMap<String, String> form, ServerWebExchange exchange) {}

    private interface Change {
        Mono<Appointment> to(Instant start);
    }
}
