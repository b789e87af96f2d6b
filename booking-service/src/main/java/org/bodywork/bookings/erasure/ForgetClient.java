package org.bodywork.bookings.erasure;

import java.time.Duration;
import java.util.List;
import org.bodywork.bookings.appointment.application.CancelForGood;
import org.bodywork.bookings.appointment.application.ClientVisits;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.client.application.ClientRecords;
import org.bodywork.bookings.client.application.ClientTraces;
import org.bodywork.bookings.erasure.Erasure.ForgottenVisit;
import org.bodywork.platform.crypto.Digests;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.due.DueHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Forgets a client, one step after the other, each of which may be done twice: cancel what is to come; when all of that
 * is published, tell the other services; when the client has been told what was cancelled, or a day has passed, drop
 * everything that says who the visits were of, and the client's key last. Whatever dies in between, the next look goes
 * on from the state it finds.
 */
final class ForgetClient implements DueHandler {

    private static final Logger log = LoggerFactory.getLogger(ForgetClient.class);

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Erasures erasures;
    private final CancelForGood cancel;
    private final ClientVisits visits;
    private final ClientRecords clients;
    private final List<ClientTraces> traces;
    private final ManageLinks links;
    private final MongoConverter converter;

    ForgetClient(
            Erasures erasures,
            CancelForGood cancel,
            ClientVisits visits,
            ClientRecords clients,
            List<ClientTraces> traces,
            ManageLinks links,
            MongoConverter converter) {
        this.erasures = erasures;
        this.cancel = cancel;
        this.visits = visits;
        this.clients = clients;
        this.traces = List.copyOf(traces);
        this.links = links;
        this.converter = converter;
    }

    @Override
    public Mono<Void> handle(Claimed work) {
        Erasure erasure = converter.read(Erasure.class, work.document());
        return switch (erasure.state()) {
            case CANCELLING -> cancelAndAnnounce(erasure, work);
            case ANNOUNCED ->
                erasure.hasToldTheClient(erasures.now())
                        ? forget(erasure).then(Mono.defer(() -> complete(erasure, work)))
                        : erasures.lookAgain(erasure.waitsUntil(), work);
            case DONE -> Mono.empty();
        };
    }

    private Mono<Void> cancelAndAnnounce(Erasure erasure, Claimed work) {
        return cancel.allOf(erasure.id())
                .then(Mono.defer(() -> visits.isToBeTold(erasure.id())))
                .flatMap(waiting -> waiting
                        ? erasures.lookAgain(erasures.now().plus(SOON), work)
                        : theirs(erasure).flatMap(known -> erasures.announce(erasure, known, work)));
    }

    private Mono<List<ForgottenVisit>> theirs(Erasure erasure) {
        return visits.of(erasure.id())
                .distinct(Appointment::id)
                .map(this::forgotten)
                .collectList();
    }

    private ForgottenVisit forgotten(Appointment visit) {
        return new ForgottenVisit(
                visit.id().toString(), visit.state().sequence(), Digests.sha256Base64Url(links.reviewTokenOf(visit)));
    }

    private Mono<Void> forget(Erasure erasure) {
        List<ForgottenVisit> told = erasure.visits() == null ? List.of() : erasure.visits();
        return Flux.fromIterable(told)
                .map(visit -> AppointmentId.of(visit.id()))
                .concatMap(visit -> visits.forgetClientOf(visit, erasure.id()))
                .thenMany(Flux.fromIterable(traces))
                .concatMap(kept -> kept.forget(erasure.id()))
                .then(Mono.defer(() -> clients.forget(erasure.id())));
    }

    private Mono<Void> complete(Erasure erasure, Claimed work) {
        log.atInfo().addKeyValue("sequence", erasure.sequence()).log("Client forgotten");
        return erasures.complete(erasure, work);
    }
}
