package org.bodywork.bookings.erasure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Companion;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.erasure.ErasureController.ErasureView;
import org.bodywork.bookings.proof.ProofRefused;
import org.bodywork.bookings.proof.ProofSession;
import org.bodywork.platform.due.DueNudges;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** For clients themselves, who prove who they are by the link of a visit or by an emailed code. */
@RestController
@Tag(name = "Forgetting clients")
class ForgetMeController {

    private static final String CLIENT = "client";

    private final ManageByLink links;
    private final ProofSession sessions;
    private final Erasures erasures;
    private final DueNudges nudges;

    ForgetMeController(ManageByLink links, ProofSession sessions, Erasures erasures, DueNudges nudges) {
        this.links = links;
        this.sessions = sessions;
        this.erasures = erasures;
        this.nudges = nudges;
    }

    @PostMapping("/api/manage/{secret}/forget-me")
    @Operation(summary = "Cancel all that is to come, and forget whose the visits were; it cannot be taken back")
    Mono<ResponseEntity<ErasureView>> forget(@PathVariable String secret) {
        return links.see(secret)
                .filter(ForgetMeController::isTheirOwn)
                .switchIfEmpty(Mono.error(Refusal.NoSuchAppointment::new))
                .flatMap(visit -> forgetAll(visit.state().marks().ref()));
    }

    @PostMapping("/api/my-visits/forget-me")
    @Operation(summary = "The same for whoever has confirmed an emailed code in this browser")
    @ApiResponse(responseCode = "401", description = "code-needed")
    Mono<ResponseEntity<ErasureView>> forget(@Parameter(hidden = true) ServerWebExchange exchange) {
        return Mono.justOrEmpty(sessions.clientOf(exchange))
                .switchIfEmpty(Mono.error(ProofRefused.NoSession::new))
                .flatMap(this::forgetAll)
                .doOnNext(_ -> sessions.end(exchange));
    }

    /** Whoever came along with a client, and is reached at the client's address, is forgotten with them only. */
    private static boolean isTheirOwn(Appointment visit) {
        Companion other = visit.state().companion();
        return other == null
                || !visit.isSeenByCompanion()
                || !visit.state().marks().ref().equals(other.marks().ref());
    }

    private Mono<ResponseEntity<ErasureView>> forgetAll(String client) {
        return erasures.request(client, CLIENT)
                .doOnNext(_ -> nudges.nudge(ErasureConfiguration.QUEUE))
                .map(erasure -> ResponseEntity.accepted().body(ErasureView.of(erasure)));
    }
}
