package org.bodywork.notifications.notification.adapter.kafka;

import org.bodywork.notifications.notification.application.PlanMessages;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.VisitChange;
import org.bodywork.notifications.notification.domain.VisitChange.Side;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.BadEvent;
import org.bodywork.platform.events.EventHandler;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.events.ReceivedEvent;
import reactor.core.publisher.Mono;

/** Lets freed time be told to whom it is offered, for as long as it is theirs to take. */
final class OfferEvents implements EventHandler {

    private final PlanMessages planMessages;
    private final EventCipher cipher;

    OfferEvents(PlanMessages planMessages, EventCipher cipher) {
        this.planMessages = planMessages;
        this.cipher = cipher;
    }

    @Override
    public Mono<Void> handle(ReceivedEvent event) {
        return switch (event.type()) {
            case OfferEvent.MADE -> Mono.fromCallable(() -> madeIn(event)).flatMap(planMessages::after);
            case OfferEvent.TAKEN, OfferEvent.PASSED_ON ->
                Mono.fromCallable(() -> event.as(OfferEvent.class))
                        .flatMap(over ->
                                planMessages.afterOffer(new AppointmentId(over.id()), over.sequence(), over.at()));
            default -> Mono.error(() -> new BadEvent("no messages are known for " + event.type()));
        };
    }

    private VisitChange madeIn(ReceivedEvent event) {
        OfferEvent made = event.as(OfferEvent.class);
        String sealed = made.sealed();
        if (sealed == null) {
            throw new BadEvent("an offer to nobody");
        }
        String opened = cipher.open(made.id(), event.type(), sealed);
        return new VisitChange(
                What.OFFERED, Side.SYSTEM, made.with(EventJson.read(opened, SealedInvitation.class)), made.at());
    }
}
