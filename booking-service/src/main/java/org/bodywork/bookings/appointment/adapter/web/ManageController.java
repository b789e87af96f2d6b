package org.bodywork.bookings.appointment.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.application.MoveVisit;
import org.bodywork.bookings.appointment.application.OfferInstead;
import org.bodywork.bookings.appointment.application.Places;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For whoever holds the secret of a visit. Only POST changes anything: mail scanners follow links. */
@RestController
@RequestMapping("/api/manage/{secret}")
@Tag(name = "Managing a visit by its secret link")
class ManageController {

    private final ManageByLink visits;
    private final MoveVisit moves;
    private final OfferInstead instead;
    private final Places places;
    private final ManageLinks links;
    private final BusinessClock clock;

    ManageController(
            ManageByLink visits,
            MoveVisit moves,
            OfferInstead instead,
            Places places,
            ManageLinks links,
            BusinessClock clock) {
        this.visits = visits;
        this.moves = moves;
        this.instead = instead;
        this.places = places;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "The visit, until thirty days after its end",
            description =
                    "With the companion's own secret of a visit for two, their part: it is the client's to change.")
    Mono<ManagedVisitView> show(@PathVariable String secret) {
        return visits.see(secret).flatMap(this::view);
    }

    @PostMapping("/cancel")
    @Operation(summary = "Cancel before the start; inside the cut-off it is marked late")
    Mono<ManagedVisitView> cancel(@PathVariable String secret) {
        return visits.cancel(secret).flatMap(this::view);
    }

    @PostMapping("/reschedule")
    @Operation(summary = "Move to another start, or ask the therapist to")
    @ApiResponse(responseCode = "200", description = "Moved")
    @ApiResponse(
            responseCode = "202",
            description = "The therapist is asked, and the time held until `wanted.expiresAt`")
    @ApiResponse(responseCode = "409", description = "slot-taken or not-an-opening, with alternatives; state-conflict")
    Mono<ResponseEntity<ManagedVisitView>> reschedule(@PathVariable String secret, @RequestBody NewStart wish) {
        return moves.byClient(secret, wish.instant())
                .flatMap(
                        visit -> view(visit)
                                .map(ResponseEntity.status(
                                        visit.state().wanted() == null ? HttpStatus.OK : HttpStatus.ACCEPTED)::body));
    }

    @PostMapping("/proposal/accept")
    @Operation(summary = "Take the time that the therapist proposes")
    Mono<ManagedVisitView> acceptProposal(@PathVariable String secret) {
        return visits.acceptProposal(secret).flatMap(this::view);
    }

    @PostMapping("/proposal/decline")
    @Operation(summary = "Turn it down: that ends a request, and leaves a confirmed visit where it is")
    Mono<ManagedVisitView> declineProposal(@PathVariable String secret) {
        return visits.declineProposal(secret).flatMap(this::view);
    }

    private Mono<ManagedVisitView> view(Appointment appointment) {
        Visit visit = appointment.state().visit();
        return places.at(visit.practice(), visit.location())
                .zipWith(
                        instead.of(appointment).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        (place, starts) ->
                                ManagedVisitView.of(appointment, place, links.urlOf(appointment), starts, clock.now()));
    }
}
