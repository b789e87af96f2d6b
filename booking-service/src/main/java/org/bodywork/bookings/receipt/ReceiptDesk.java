package org.bodywork.bookings.receipt;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.Map;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.application.RecordAttendance;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.ProcedureCode;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.console.ConsolePages;
import org.bodywork.bookings.console.ConsolePages.Section;
import org.bodywork.bookings.console.Staff;
import org.bodywork.bookings.site.FormFields;
import org.bodywork.bookings.site.SiteLanguage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The receipt as staff see it, and the choice of what it says was done. */
@RestController
@Hidden
@RequestMapping("/console/visits/{id}")
class ReceiptDesk {

    private final ReadReceipt receipts;
    private final RecordAttendance attendance;
    private final ReceiptAnswers answers;
    private final ConsolePages pages;

    ReceiptDesk(ReadReceipt receipts, RecordAttendance attendance, ReceiptAnswers answers, ConsolePages pages) {
        this.receipts = receipts;
        this.attendance = attendance;
        this.answers = answers;
        this.pages = pages;
    }

    @GetMapping("/receipt")
    Mono<ResponseEntity<String>> show(@PathVariable String id, ServerWebExchange exchange) {
        return page(id, exchange, HttpStatus.OK, false);
    }

    @GetMapping("/receipt.pdf")
    Mono<ResponseEntity<byte[]>> paper(@PathVariable String id, ServerWebExchange exchange) {
        return receipts.forStaff(known(id), Staff.in(exchange).colleague())
                .flatMap(read -> answers.paper(
                        read.receipt(),
                        SiteLanguage.of(
                                exchange,
                                read.visit().state().client().language().tag())));
    }

    @PostMapping(path = "/receipt", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> code(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> ProcedureCode.of(FormFields.line(form, "code"))
                        .map(chosen -> attendance
                                .code(known(id), Staff.in(exchange).colleague(), chosen)
                                .map(_ -> pages.onward(exchange, "/console/visits/" + id + "/receipt")))
                        .orElseGet(() -> page(id, exchange, HttpStatus.BAD_REQUEST, true)));
    }

    private Mono<ResponseEntity<String>> page(String id, ServerWebExchange exchange, HttpStatus status, boolean wrong) {
        return receipts.forStaff(known(id), Staff.in(exchange).colleague()).flatMap(read -> {
            ProcedureCode chosen = read.receipt().procedure();
            Map<String, Object> values = new HashMap<>();
            values.put("path", "/console/visits/" + id + "/receipt");
            values.put("back", "/console/visits/" + id);
            values.put("sheet", ReceiptSheet.of(read.receipt(), pages.languageOf(exchange)));
            values.put("codes", ProcedureCode.values());
            values.put("chosen", chosen == null ? "" : chosen.code());
            values.put("wrong", wrong);
            return pages.page(exchange, status, "receipt-desk", Section.CALENDAR, values);
        });
    }

    private static AppointmentId known(String id) {
        return PathIds.appointment(id).orElseThrow(Refusal.NoSuchAppointment::new);
    }
}
