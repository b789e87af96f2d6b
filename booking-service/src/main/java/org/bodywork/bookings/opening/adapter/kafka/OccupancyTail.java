package org.bodywork.bookings.opening.adapter.kafka;

import org.bodywork.bookings.opening.OccupancyChanged;
import org.bodywork.bookings.opening.application.OpeningsCache;
import org.bodywork.bookings.opening.application.TailPulse;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.events.EventHandler;
import org.bodywork.platform.events.ReceivedEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Forgets what any instance says has changed. */
@Component
final class OccupancyTail implements EventHandler {

    private final OpeningsCache cache;
    private final TailPulse pulse;

    OccupancyTail(OpeningsCache cache, TailPulse pulse) {
        this.cache = cache;
        this.pulse = pulse;
    }

    @Override
    public Mono<Void> handle(ReceivedEvent event) {
        return Mono.fromRunnable(() -> {
            switch (event.type()) {
                case OccupancyChanged.TYPE -> forget(event.as(OccupancyChanged.class));
                case OccupancyBeat.TYPE -> hear(event.as(OccupancyBeat.class));
                default -> cache.forgetEverything();
            }
        });
    }

    private void forget(OccupancyChanged changed) {
        cache.forget(TherapistId.of(changed.therapistId()));
        if (changed.locationId() != null) {
            cache.forget(LocationId.of(changed.locationId()));
        }
    }

    private void hear(OccupancyBeat beat) {
        pulse.heard(beat.instance(), beat.at());
    }
}
