package org.bodywork.bookings.delivery;

import org.bodywork.platform.consumption.GuardedWrites;
import org.bodywork.platform.events.EventHandler;
import org.bodywork.platform.events.ReceivedEvent;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes over what became of a message to a client; those to staff are nobody's business here. */
@Component
final class DeliveryUpdates implements EventHandler {

    private final GuardedWrites writes;

    DeliveryUpdates(GuardedWrites writes) {
        this.writes = writes;
    }

    @Override
    public Mono<Void> handle(ReceivedEvent event) {
        return event.type().equals(DeliveryTold.TYPE)
                ? Mono.fromCallable(() -> event.as(DeliveryTold.class))
                        .filter(told -> told.recipient().equals(DeliveryTold.CLIENT))
                        .flatMap(this::take)
                : Mono.empty();
    }

    private Mono<Void> take(DeliveryTold told) {
        Update update = new Update()
                .set("appointmentId", told.appointmentId())
                .set("kind", told.kind())
                .set("channel", told.channel())
                .set("state", told.state())
                .set("at", told.at());
        return writes.upsertIfNewer(
                        Deliveries.COLLECTION,
                        told.id(),
                        told.sequence(),
                        told.reason() == null ? update.unset("reason") : update.set("reason", told.reason()))
                .then();
    }
}
