package org.bodywork.bookings.appointment.adapter.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bodywork.bookings.appointment.application.ListMyVisits;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.application.Places;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.application.StaffQuery.Position;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.proof.ProofRefused.NoSession;
import org.bodywork.bookings.proof.ProofSession;
import org.bodywork.bookings.proof.Proofs;
import org.bodywork.platform.codes.BrowserCookie;
import org.bodywork.platform.codes.domain.Binding;
import org.bodywork.platform.codes.domain.OneTimeCode;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.platform.web.ClientAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The steps from an email address to its visits, for the API and for the page alike. */
@Component
final class MyVisits {

    private final Proofs proofs;
    private final ProofSession sessions;
    private final Recognition recognition;
    private final ListMyVisits visits;
    private final ManageLinks links;
    private final Places places;
    private final ManageByLink byLink;
    private final BusinessClock clock;
    private final BrowserCookie cookie = new BrowserCookie("bodywork-code", "/", Proofs.CODE_LIFE);

    MyVisits(
            Proofs proofs,
            ProofSession sessions,
            Recognition recognition,
            ListMyVisits visits,
            ManageLinks links,
            Places places,
            ManageByLink byLink,
            BusinessClock clock) {
        this.proofs = proofs;
        this.sessions = sessions;
        this.recognition = recognition;
        this.visits = visits;
        this.links = links;
        this.places = places;
        this.byLink = byLink;
        this.clock = clock;
    }

    /** Says the same for any address, so that nobody learns who has visits here. */
    Mono<UUID> request(EmailAddress email, ServerWebExchange exchange) {
        return Mono.fromCallable(() -> Binding.to(cookie.given(exchange), BrowserCookie.isBrowser(exchange)))
                // Drawing a key may block.
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(binding -> proofs.request(
                        recognition.refOf(email), email.normalised(), ClientAddress.of(exchange), binding));
    }

    /** From then on the browser shows whose visits it may see. */
    Mono<Void> confirm(UUID request, EmailAddress email, OneTimeCode code, ServerWebExchange exchange) {
        return proofs.confirm(request, email.normalised(), code, cookie.shown(exchange))
                .doOnNext(client -> sessions.begin(client, exchange))
                .then();
    }

    /** Whoever has the link of a visit has been sent it, as a code is sent. */
    Mono<Void> confirmByLink(String secret, ServerWebExchange exchange) {
        return byLink.find(secret)
                .doOnNext(visit -> sessions.begin(visit.state().marks().ref(), exchange))
                .then();
    }

    Optional<String> clientOf(ServerWebExchange exchange) {
        return sessions.clientOf(exchange);
    }

    /** Fails with {@link NoSession}. */
    Mono<MyVisitsView> list(ServerWebExchange exchange, @Nullable Position after, int size) {
        return Mono.justOrEmpty(sessions.clientOf(exchange))
                .switchIfEmpty(Mono.error(NoSession::new))
                .flatMap(client -> visits.of(client, after, size).collectList())
                .flatMap(found -> listView(found, size));
    }

    private Mono<MyVisitsView> listView(List<Appointment> found, int size) {
        List<Appointment> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? StaffListRequest.write(positionOf(shown.getLast())) : null;
        return Flux.fromIterable(shown).concatMap(this::view).collectList().map(items -> new MyVisitsView(items, next));
    }

    private Mono<VisitView> view(Appointment appointment) {
        Visit visit = appointment.state().visit();
        return places.at(visit.practice(), visit.location())
                .map(place -> VisitView.of(appointment.state(), place, urlOf(appointment)));
    }

    private @Nullable String urlOf(Appointment appointment) {
        return appointment.linkStillReads(clock.now()) ? links.urlOf(appointment) : null;
    }

    private static Position positionOf(Appointment appointment) {
        return new Position(appointment.state().visit().start(), appointment.id());
    }
}
