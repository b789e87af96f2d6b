package org.bodywork.notifications.notification.application;

import org.bodywork.notifications.delivery.domain.OutgoingMessage;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Visit;
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
                .map(place -> wording.of(notification, new Occasion(visit, place, send.reader(), send.before())));
    }
}
