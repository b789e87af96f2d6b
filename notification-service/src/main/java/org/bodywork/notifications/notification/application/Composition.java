package org.bodywork.notifications.notification.application;

import java.util.List;
import org.bodywork.notifications.delivery.domain.OutgoingMessage;
import org.bodywork.notifications.notification.application.Occasion.Stop;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Visit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes the message itself at the last moment, so that it says what is known then. */
public final class Composition {

    private final Places places;
    private final Wording wording;

    public Composition(Places places, Wording wording) {
        this.places = places;
        this.wording = wording;
    }

    /** The message; nothing while the visit's practice is not known yet. */
    Mono<OutgoingMessage> of(Notification notification, Visit visit, Decision.Send send) {
        return places.of(visit)
                .flatMap(place -> together(send)
                        .map(stops -> wording.of(
                                notification, new Occasion(visit, place, send.reader(), send.before(), stops))));
    }

    private Mono<List<Stop>> together(Decision.Send send) {
        return send.together().size() < 2
                ? Mono.just(List.of())
                : Flux.fromIterable(send.together())
                        .concatMap(visit -> places.of(visit).map(place -> new Stop(visit, place)))
                        .collectList();
    }
}
