package org.bodywork.bookings.erasure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.erasure.ErasureController.ErasureView;
import org.bodywork.platform.due.DueNudges;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For clients themselves: whoever holds the link of a visit has proven whose it is. */
@RestController
@Tag(name = "Forgetting clients")
class ForgetMeController {

    private static final String CLIENT = "client";

    private final ManageByLink links;
    private final Erasures erasures;
    private final DueNudges nudges;

    ForgetMeController(ManageByLink links, Erasures erasures, DueNudges nudges) {
        this.links = links;
        this.erasures = erasures;
        this.nudges = nudges;
    }

    @PostMapping("/api/manage/{secret}/forget-me")
    @Operation(summary = "Cancel all that is to come, and forget whose the visits were; it cannot be taken back")
    Mono<ResponseEntity<ErasureView>> forget(@PathVariable String secret) {
        return links.find(secret)
                .flatMap(visit -> erasures.request(visit.state().marks().ref(), CLIENT))
                .doOnNext(_ -> nudges.nudge(ErasureConfiguration.QUEUE))
                .map(erasure -> ResponseEntity.accepted().body(ErasureView.of(erasure)));
    }
}
