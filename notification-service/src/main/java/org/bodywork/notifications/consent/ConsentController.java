package org.bodywork.notifications.consent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.bodywork.notifications.consent.ConsentView.OnChannel;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.OptOutWay;
import org.bodywork.notifications.notification.application.UnknownAppointment;
import org.bodywork.notifications.notification.application.Visits;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.platform.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** For staff: what a client of theirs agreed to, and what they told the practice since. */
@RestController
@Tag(name = "Consent")
class ConsentController {

    private static final String PRACTICE = "practiceId";

    private final Visits visits;
    private final Choices choices;
    private final AddressDigests digests;

    ConsentController(Visits visits, Choices choices, AddressDigests digests) {
        this.visits = visits;
        this.choices = choices;
        this.digests = digests;
    }

    @GetMapping("/api/consents")
    @Operation(summary = "What the client of an appointment agreed to, when, in which words, and what they chose since")
    Mono<ConsentView> of(@RequestParam UUID appointmentId, @Parameter(hidden = true) Caller caller) {
        return ours(appointmentId, caller)
                .flatMapMany(visit -> Flux.just(Channel.values()).concatMap(channel -> on(channel, visit)))
                .collectList()
                .map(ConsentView::new);
    }

    @PostMapping("/api/opt-outs")
    @Operation(
            summary = "Write no more to the client of an appointment on one channel",
            description = "Counts at once and for every sender. Only the client can take it back.")
    Mono<ResponseEntity<Void>> optOut(@RequestBody OptOutRequest request, @Parameter(hidden = true) Caller caller) {
        return ours(request.appointmentId(), caller)
                .flatMap(visit -> Mono.justOrEmpty(visit.client().addressOn(request.channel())))
                .flatMap(address -> choices.stop(request.channel(), address, OptOutWay.STAFF))
                .thenReturn(ResponseEntity.noContent().build());
    }

    private Mono<Visit> ours(UUID appointment, Caller caller) {
        AppointmentId id = new AppointmentId(appointment.toString());
        return visits.find(id)
                .filter(visit -> caller.claim(PRACTICE)
                        .filter(visit.practice().value()::equals)
                        .isPresent())
                .switchIfEmpty(Mono.error(() -> new UnknownAppointment(id)));
    }

    private Mono<OnChannel> on(Channel channel, Visit visit) {
        return Mono.justOrEmpty(visit.client().addressOn(channel))
                .flatMap(address -> choices.last(digests.storedOf(address)).singleOptional())
                .map(last -> view(channel, visit, last));
    }

    private static OnChannel view(Channel channel, Visit visit, Optional<ChoiceDocument> last) {
        boolean agreed = visit.consent().covers(channel);
        return new OnChannel(
                channel,
                agreed,
                agreed ? visit.consent().at() : null,
                agreed ? visit.consent().wording() : null,
                last.map(ChoiceDocument::isStopped).orElse(false),
                last.map(ChoiceDocument::way).orElse(null),
                last.map(ChoiceDocument::since).orElse(null));
    }
}
