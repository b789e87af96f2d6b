package org.bodywork.bookings.handover.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import org.bodywork.bookings.Colleagues;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.handover.application.AnswerHandover;
import org.bodywork.bookings.handover.application.Handovers;
import org.bodywork.bookings.handover.application.ReportSick;
import org.bodywork.bookings.handover.application.ReportSick.Sickness;
import org.bodywork.bookings.handover.domain.Handover;
import org.bodywork.platform.due.DueNudges;
import org.bodywork.platform.security.Caller;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A therapist is away: for staff who report it, and for clients who choose by their link. */
@RestController
@Tag(name = "Hand-over")
class HandoverController {

    private static final String BEARER = "Bearer ";

    private final ReportSick reports;
    private final Handovers handovers;
    private final AnswerHandover answers;
    private final DueNudges nudges;
    private final BusinessClock clock;

    HandoverController(
            ReportSick reports, Handovers handovers, AnswerHandover answers, DueNudges nudges, BusinessClock clock) {
        this.reports = reports;
        this.handovers = handovers;
        this.answers = answers;
        this.nudges = nudges;
        this.clock = clock;
    }

    @PostMapping("/api/handovers")
    @Operation(
            summary = "Report that a therapist is away on these dates, both inclusive",
            description =
                    "Without `confirmed` it only lists the visits concerned. Confirmed, each confirmed visit gets up "
                            + "to three alternatives, and the time becomes time off. Saying the same again changes nothing, "
                            + "but for visits that have come since.")
    @ApiResponse(responseCode = "200", description = "What it would touch; nothing was changed")
    @ApiResponse(responseCode = "201", description = "Reported; see Location for how far each visit has come")
    Mono<ResponseEntity<HandoverView>> report(
            @RequestBody HandoverRequest request,
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        Sickness sickness = request.sickness(clock);
        Colleague colleague = Colleagues.of(caller);
        return request.isConfirmed()
                ? reports.report(sickness, colleague, tokenOf(exchange))
                        .doOnNext(_ -> nudges.nudge("handovers"))
                        .map(reported -> ResponseEntity.created(URI.create("/api/handovers/" + reported.id()))
                                .body(HandoverView.of(reported)))
                : reports.look(sickness, colleague)
                        .map(concerned -> ResponseEntity.ok(HandoverView.of(sickness, concerned, clock.now())));
    }

    @GetMapping("/api/handovers/{id}")
    @Operation(summary = "How far each visit has come")
    Mono<HandoverView> one(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        return theirs(handovers.byId(id), Colleagues.of(caller)).map(HandoverView::of);
    }

    static Mono<Handover> theirs(Mono<Handover> found, Colleague asking) {
        return found.filter(report -> asking.looksAfter(report.therapist(), report.practice()))
                .switchIfEmpty(Mono.error(Refusal.NoSuchAppointment::new));
    }

    @GetMapping("/api/handover/{secret}")
    @Operation(summary = "What is held for the client of a visit whose therapist is away")
    Mono<AskedView> asked(@PathVariable String secret) {
        return answers.find(secret).map(AskedView::of);
    }

    @PostMapping("/api/handover/{secret}/take")
    @Operation(summary = "Take one of them; a therapist who answers requests has to agree then")
    @ApiResponse(responseCode = "200", description = "Taken")
    @ApiResponse(responseCode = "409", description = "slot-taken; state-conflict once something else is decided")
    Mono<AskedView> take(@PathVariable String secret, @RequestBody TakeRequest wish) {
        return answers.take(secret, wish.chosen(), wish.isSharing()).map(AskedView::of);
    }

    @PostMapping("/api/handover/{secret}/keep")
    @Operation(summary = "Take none of them and wait for the practice")
    Mono<AskedView> keep(@PathVariable String secret) {
        return answers.keep(secret).map(AskedView::of);
    }

    @PostMapping("/api/handover/{secret}/cancel")
    @Operation(summary = "Take none of them and cancel the visit; that is never late")
    Mono<AskedView> cancel(@PathVariable String secret) {
        return answers.cancel(secret).map(AskedView::of);
    }

    private static String tokenOf(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()))
                .orElse("");
    }
}
