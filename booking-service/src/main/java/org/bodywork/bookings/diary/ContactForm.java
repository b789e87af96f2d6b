package org.bodywork.bookings.diary;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bodywork.bookings.appointment.application.CorrectClient;
import org.bodywork.bookings.appointment.application.StaffAppointments;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.console.Staff;
import org.bodywork.bookings.site.FormFields;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Puts right who the client of a visit is and how to reach them; it is made on the version that the page has shown. */
@RestController
@Hidden
class ContactForm {

    static final String PART = "client";

    private final StaffAppointments appointments;
    private final CorrectClient correct;
    private final VisitDrawing drawing;

    ContactForm(StaffAppointments appointments, CorrectClient correct, VisitDrawing drawing) {
        this.appointments = appointments;
        this.correct = correct;
        this.drawing = drawing;
    }

    @PostMapping(path = VisitPage.PATH + "/{id}/client", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> correct(@PathVariable String id, ServerWebExchange exchange) {
        return appointments
                .byId(VisitDrawing.known(id), Staff.in(exchange).colleague())
                // Checking a phone number reads the rules of its country from the class path the first time.
                .publishOn(Schedulers.boundedElastic())
                .flatMap(visit -> exchange.getFormData().flatMap(form -> correct(visit, form, exchange)));
    }

    private Mono<ResponseEntity<String>> correct(
            Appointment visit, MultiValueMap<String, String> form, ServerWebExchange exchange) {
        String id = visit.id().toString();
        Map<String, String> faults = new LinkedHashMap<>();
        Optional<TypedClient> typed =
                TypedClient.read(form, visit.state().consent().sms(), faults);
        if (typed.isEmpty()) {
            return drawing.page(id, exchange, HttpStatus.BAD_REQUEST, Typed.of(form, PART, faults));
        }
        TypedClient right = typed.get();
        Mono<Appointment> corrected = correct.correct(
                visit.id(),
                version(form),
                client -> new Client(
                        right.name(), right.email(), right.phone().orElse(null), client.language(), client.zone()),
                Staff.in(exchange).colleague());
        return drawing.onward(corrected, id, exchange)
                .onErrorResume(
                        Refusal.ChangedSince.class,
                        _ -> drawing.page(
                                id, exchange, HttpStatus.PRECONDITION_FAILED, refused(form, "visit.client.changed")))
                .onErrorResume(
                        Refusal.PhoneNeeded.class,
                        _ -> drawing.page(
                                id,
                                exchange,
                                HttpStatus.BAD_REQUEST,
                                Typed.of(form, PART, Map.of("phone", "new.phone-needed"))))
                .onErrorResume(
                        Refusal.CannotBook.class,
                        _ -> drawing.page(id, exchange, HttpStatus.CONFLICT, refused(form, "visit.client.elsewhere")));
    }

    private static Typed refused(MultiValueMap<String, String> form, String fault) {
        return Typed.of(form, PART, fault);
    }

    /** That of no visit where the form says none. */
    private static long version(MultiValueMap<String, String> form) {
        String shown = FormFields.line(form, "version");
        return shown.matches("[0-9]{1,18}") ? Long.parseLong(shown) : -1;
    }
}
