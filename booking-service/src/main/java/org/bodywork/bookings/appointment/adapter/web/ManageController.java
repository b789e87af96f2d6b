package org.bodywork.bookings.appointment.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.application.Places;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For whoever holds the secret of a visit. Only POST changes anything: mail scanners follow links. */
@RestController
@RequestMapping("/api/manage/{secret}")
@Tag(name = "Managing a visit by its secret link")
class ManageController {

    private final ManageByLink visits;
    private final Places places;
    private final ManageLinks links;
    private final BusinessClock clock;

    ManageController(ManageByLink visits, Places places, ManageLinks links, BusinessClock clock) {
        this.visits = visits;
        this.places = places;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "The visit, until thirty days after its end")
    Mono<ManagedVisitView> show(@PathVariable String secret) {
        return visits.find(secret).flatMap(this::view);
    }

    @PostMapping("/cancel")
    @Operation(summary = "Cancel before the start; inside the cut-off it is marked late")
    Mono<ManagedVisitView> cancel(@PathVariable String secret) {
        return visits.cancel(secret).flatMap(this::view);
    }

    private Mono<ManagedVisitView> view(Appointment appointment) {
        Visit visit = appointment.state().visit();
        return places.at(visit.practice(), visit.location())
                .map(place -> ManagedVisitView.of(appointment, place, links.urlOf(appointment), clock.now()));
    }
}
