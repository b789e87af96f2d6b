package org.bodywork.bookings.receipt;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.bodywork.bookings.Colleagues;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.application.RecordAttendance;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.platform.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Receipts for visits that took place, for clients by their link and for staff. */
@RestController
@Tag(name = "Receipts")
class ReceiptController {

    private static final String NOT_YET = "state-conflict: the visit has not taken place";

    private final ReadReceipt receipts;
    private final RecordAttendance attendance;
    private final ReceiptAnswers answers;

    ReceiptController(ReadReceipt receipts, RecordAttendance attendance, ReceiptAnswers answers) {
        this.receipts = receipts;
        this.attendance = attendance;
        this.answers = answers;
    }

    @GetMapping("/api/manage/{secret}/receipt")
    @Operation(summary = "The receipt for a completed visit; it says the same for ever")
    @ApiResponse(responseCode = "200", description = "The receipt")
    @ApiResponse(responseCode = "409", description = NOT_YET)
    Mono<ReceiptView> byLink(@PathVariable String secret) {
        return receipts.byLink(secret).map(read -> ReceiptView.of(read.receipt()));
    }

    @GetMapping("/api/manage/{secret}/receipt.pdf")
    @Operation(summary = "The same as PDF, in the language `lang`, else the visit's")
    @ApiResponse(responseCode = "200", description = "The paper")
    @ApiResponse(responseCode = "409", description = NOT_YET)
    Mono<ResponseEntity<byte[]>> paperByLink(
            @PathVariable String secret, @Parameter(hidden = true) ServerWebExchange exchange) {
        return receipts.byLink(secret).flatMap(read -> answers.paper(read.receipt(), language(read.visit(), exchange)));
    }

    @GetMapping("/api/appointments/{id}/receipt")
    @Operation(summary = "The receipt for a completed visit")
    @ApiResponse(responseCode = "200", description = "The receipt")
    @ApiResponse(responseCode = "409", description = NOT_YET)
    Mono<ReceiptView> forStaff(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        return receipts.forStaff(known(id), Colleagues.of(caller)).map(read -> ReceiptView.of(read.receipt()));
    }

    @GetMapping("/api/appointments/{id}/receipt.pdf")
    @Operation(summary = "The same as PDF, in the language `lang`, else the visit's")
    @ApiResponse(responseCode = "200", description = "The paper")
    @ApiResponse(responseCode = "409", description = NOT_YET)
    Mono<ResponseEntity<byte[]>> paperForStaff(
            @PathVariable String id,
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        return receipts.forStaff(known(id), Colleagues.of(caller))
                .flatMap(read -> answers.paper(read.receipt(), language(read.visit(), exchange)));
    }

    @PutMapping("/api/appointments/{id}/procedure")
    @Operation(
            summary = "Choose what the receipt says was done, also when the visit is over",
            description = "It is kept encrypted and in no event.")
    @ApiResponse(responseCode = "200", description = "The receipt as it is now")
    @ApiResponse(responseCode = "409", description = NOT_YET)
    Mono<ReceiptView> code(
            @PathVariable String id, @RequestBody ProcedureRequest wish, @Parameter(hidden = true) Caller caller) {
        return attendance
                .code(known(id), Colleagues.of(caller), wish.procedure())
                .then(Mono.defer(() -> receipts.forStaff(known(id), Colleagues.of(caller))))
                .map(read -> ReceiptView.of(read.receipt()));
    }

    private static SiteLanguage language(Appointment visit, ServerWebExchange exchange) {
        return SiteLanguage.of(exchange, visit.state().client().language().tag());
    }

    private static AppointmentId known(String id) {
        return PathIds.appointment(id).orElseThrow(Refusal.NoSuchAppointment::new);
    }
}
