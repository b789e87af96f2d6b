package org.bodywork.bookings.opening.adapter.kafka;

import org.bodywork.bookings.opening.OccupancyChanged;
import org.bodywork.bookings.opening.application.ChangedListings;
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
    private final ChangedListings listings;
    private final TailPulse pulse;

    OccupancyTail(OpeningsCache cache, ChangedListings listings, TailPulse pulse) {
        this.cache = cache;
        this.listings = listings;
        this.pulse = pulse;
    }

    @Override
    public Mono<Void> handle(ReceivedEvent event) {
        return Mono.fromRunnable(() -> {
            switch (event.type()) {
                case OccupancyChanged.TYPE -> forget(event.as(OccupancyChanged.class));
                case OccupancyBeat.TYPE -> hear(event.as(OccupancyBeat.class));
                default -> forgetEverything();
            }
        });
    }

    /** Of what it could not read: it may have told of anything. */
    void forgetEverything() {
        cache.forgetEverything();
        listings.mayHaveMissedAny();
    }

    private void forget(OccupancyChanged changed) {
        TherapistId therapist = TherapistId.of(changed.therapistId());
        cache.forget(therapist);
        if (changed.dates().isEmpty()) {
            listings.told(therapist);
        }
        if (changed.locationId() != null) {
            cache.forget(LocationId.of(changed.locationId()));
        }
    }

    private void hear(OccupancyBeat beat) {
        if (pulse.heard(beat.instance(), beat.at())) {
            listings.mayHaveMissedAny();
        }
    }
}
