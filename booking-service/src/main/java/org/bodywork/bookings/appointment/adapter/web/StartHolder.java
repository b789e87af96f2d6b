package org.bodywork.bookings.appointment.adapter.web;

import java.time.Instant;
import org.bodywork.bookings.BrowserToken;
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
import org.bodywork.bookings.proof.ProvenClients;
import org.bodywork.bookings.site.FrameToken;
import org.bodywork.platform.web.ClientAddress;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Holds a start for the browser that asks, and says on a page why it cannot. */
@Component
final class StartHolder {

    private final HoldTime holds;
    private final HoldAnybody anybodies;
    private final Recognition recognition;
    private final ProvenClients proven;
    private final FrameToken frames;
    private final BookPages pages;

    StartHolder(
            HoldTime holds,
            HoldAnybody anybodies,
            Recognition recognition,
            ProvenClients proven,
            FrameToken frames,
            BookPages pages) {
        this.holds = holds;
        this.anybodies = anybodies;
        this.recognition = recognition;
        this.proven = proven;
        this.frames = frames;
        this.pages = pages;
    }

    /** Who presses a button where; in a frame the form says by whom it is sent. */
    record Pressed(Where where, MultiValueMap<String, String> form, ServerWebExchange exchange) {}

    Mono<Hold> hold(TherapistId therapist, TreatmentId treatment, Instant start, Pressed pressed) {
        return Mono.defer(() -> {
            Visitor visitor = visitor(pressed);
            return proven.asking(therapist, pressed.exchange())
                    .flatMap(asking -> holds.hold(therapist, treatment, start, asking, visitor));
        });
    }

    Mono<Hold> hold(Need need, Instant start, Pressed pressed) {
        return Mono.defer(() -> anybodies.hold(need, start, visitor(pressed)));
    }

    private Visitor visitor(Pressed pressed) {
        String browser = pressed.where().framed()
                ? frames.read(pressed.form()).orElseGet(() -> BrowserToken.of(pressed.exchange()))
                : BrowserToken.of(pressed.exchange());
        return recognition.visitor(browser, ClientAddress.of(pressed.exchange()));
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
