package org.bodywork.bookings.directory;

import org.bodywork.platform.consumption.GuardedWrites;
import org.bodywork.platform.events.EventHandler;
import org.bodywork.platform.events.ReceivedEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes over a practice's newest listing. */
@Component
final class PracticeUpdates implements EventHandler {

    private final GuardedWrites writes;
    private final MongoPlaces places;

    PracticeUpdates(GuardedWrites writes, MongoPlaces places) {
        this.writes = writes;
        this.places = places;
    }

    @Override
    public Mono<Void> handle(ReceivedEvent event) {
        return Mono.defer(() -> {
            PracticeChanged changed = event.as(PracticeChanged.class);
            return writes.upsertIfNewer(Copies.PRACTICES, changed.id(), changed.sequence(), Copies.of(event.json()))
                    .doOnSuccess(_ -> places.forget(changed.id()))
                    .then();
        });
    }
}
