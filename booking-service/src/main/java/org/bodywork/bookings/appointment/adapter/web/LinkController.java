package org.bodywork.bookings.appointment.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.bodywork.bookings.Colleagues;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.application.RevokeLink;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For a secret link that has come into the wrong hands. */
@RestController
@Tag(name = "Appointments, for staff")
class LinkController {

    private final RevokeLink links;
    private final StaffVisits visits;

    LinkController(RevokeLink links, StaffVisits visits) {
        this.links = links;
        this.visits = visits;
    }

    @PostMapping("/api/appointments/{id}/link/revoke")
    @Operation(
            summary = "Let the client's secret link open nothing any more, and send the client another",
            description = "Each call makes another link. The body may be left out.")
    @ApiResponse(responseCode = "200", description = "The visit; the new link is sent to its client only")
    @ApiResponse(responseCode = "429", description = "It was revoked too often")
    Mono<StaffVisitView> revoke(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Reason reason,
            @Parameter(hidden = true) Caller caller) {
        AppointmentId visit = PathIds.appointment(id).orElseThrow(Refusal.NoSuchAppointment::new);
        return links.revoke(visit, Colleagues.of(caller), reason == null ? null : reason.reason())
                .flatMap(changed -> visits.view(changed, Colleagues.of(caller)));
    }
}
