package org.bodywork.bookings.appointment.adapter.web;

import java.time.Instant;
import org.bodywork.bookings.appointment.application.BookingLimits.Visitor;
import org.bodywork.bookings.appointment.application.HoldAnybody;
import org.bodywork.bookings.appointment.application.HoldTime;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.opening.domain.Need;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.platform.web.ClientAddress;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Holds a start for the browser that asks, and says on a page why it cannot. */
@Component
final class StartHolder {

    private final HoldTime holds;
    private final HoldAnybody anybodies;
    private final Recognition recognition;
    private final ProvenClients proven;
    private final BookPages pages;

    StartHolder(HoldTime holds, HoldAnybody anybodies, Recognition recognition, ProvenClients proven, BookPages pages) {
        this.holds = holds;
        this.anybodies = anybodies;
        this.recognition = recognition;
        this.proven = proven;
        this.pages = pages;
    }

    Mono<Hold> hold(TherapistId therapist, TreatmentId treatment, Instant start, ServerWebExchange exchange) {
        return Mono.defer(() -> {
            Visitor visitor = visitor(exchange);
            return proven.asking(therapist, exchange)
                    .flatMap(asking -> holds.hold(therapist, treatment, start, asking, visitor));
        });
    }

    Mono<Hold> hold(Need need, Instant start, ServerWebExchange exchange) {
        return Mono.defer(() -> anybodies.hold(need, start, visitor(exchange)));
    }

    private Visitor visitor(ServerWebExchange exchange) {
        return recognition.visitor(BrowserToken.of(exchange), ClientAddress.of(exchange));
    }

    /** For what no page of a booking can mend. */
    Mono<ResponseEntity<String>> over(Where where, Throwable refusal, ServerWebExchange exchange) {
        return switch (refusal) {
            case Refusal.ReturningOnly _ ->
                pages.over(where, HttpStatus.CONFLICT, "returning", "/my-visits", "", exchange);
            case Refusal.NewOnly _ -> pages.over(where, HttpStatus.CONFLICT, "new-only", exchange);
            case Refusal.StartHasPassed _ -> pages.over(where, HttpStatus.CONFLICT, "passed", exchange);
            case Refusal.TooMany _ -> pages.over(where, HttpStatus.TOO_MANY_REQUESTS, "too-many", exchange);
            case Refusal.NoSuchHold _ -> pages.over(where, HttpStatus.NOT_FOUND, "gone", exchange);
            case Refusal.HoldMismatch _ -> pages.over(where, HttpStatus.CONFLICT, "gone", exchange);
            case NotOffered _ -> pages.over(where, HttpStatus.NOT_FOUND, "offer", exchange);
            default -> Mono.error(refusal);
        };
    }
}
