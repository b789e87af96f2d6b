package org.bodywork.bookings.appointment.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.BrowserToken;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.application.BookingLimits.Visitor;
import org.bodywork.bookings.appointment.application.HoldTime;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Treated;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.proof.ProvenClients;
import org.bodywork.platform.web.ClientAddress;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Time kept for a visitor who is about to book it. */
@RestController
@RequestMapping("/api/holds")
@Tag(name = "Holding a start while booking it")
class HoldController {

    private final HoldTime holds;
    private final Recognition recognition;
    private final ProvenClients proven;

    HoldController(HoldTime holds, Recognition recognition, ProvenClients proven) {
        this.holds = holds;
        this.recognition = recognition;
        this.proven = proven;
    }

    @PostMapping
    @Operation(
            summary = "Keep a start for ten minutes",
            description =
                    "The id is the right to book it: keep it. With `companion` the time of both therapists, or of none.")
    @Parameter(
            name = BrowserToken.HEADER,
            in = ParameterIn.HEADER,
            description = "For callers without cookies: 16 to 128 of A-Z, a-z, 0-9, _ and -, the same each time")
    @ApiResponse(responseCode = "201", description = "Held until expiresAt")
    @ApiResponse(responseCode = "409", description = "slot-taken or not-an-opening, with alternatives")
    @ApiResponse(responseCode = "429", description = "This browser or address holds enough")
    Mono<ResponseEntity<HoldView>> hold(
            @RequestBody HoldRequest request, @Parameter(hidden = true) ServerWebExchange exchange) {
        Visitor visitor = recognition.visitor(BrowserToken.of(exchange), ClientAddress.of(exchange));
        TherapistId therapist = TherapistId.of(request.therapistId());
        Instant start = NewStart.read(request.start());
        List<Treated> treated = request.treated();
        Companions.requireTwoTherapists(treated);
        return proven.asking(therapist, exchange)
                .flatMap(asking -> holds.hold(treated, start, asking, visitor))
                .map(hold -> ResponseEntity.created(URI.create("/api/holds/" + hold.id()))
                        .body(HoldView.of(hold)));
    }

    @PostMapping("/{id}/renew")
    @Operation(summary = "Ten more minutes from now, once")
    @ApiResponse(responseCode = "409", description = "hold-not-renewable: renewed before, or over")
    Mono<HoldView> renew(@PathVariable String id) {
        return holds.renew(known(id)).map(HoldView::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give the time back; once given back, or over, it may be asked again")
    Mono<Void> release(@PathVariable String id) {
        return holds.releaseForVisitor(known(id));
    }

    private static AppointmentId known(String id) {
        return PathIds.appointment(id).orElseThrow(Refusal.NoSuchHold::new);
    }

    /** What a visitor is told of a hold. */
    record HoldView(String id, String expiresAt) {

        static HoldView of(Hold hold) {
            return new HoldView(
                    hold.id().toString(),
                    OffsetTimes.text(hold.expiresAt().atZone(hold.visit().zone())));
        }
    }
}
