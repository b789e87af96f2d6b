package org.bodywork.bookings.directory;

import java.util.List;
import org.bodywork.bookings.opening.OccupancyChanged;
import org.bodywork.bookings.opening.application.Candidates;
import org.bodywork.bookings.opening.application.OpeningsCache;
import org.bodywork.bookings.opening.domain.Candidate;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.platform.consumption.GuardedWrites;
import org.bodywork.platform.events.BadEvent;
import org.bodywork.platform.events.EventHandler;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes over a therapist's newest listing and, in the same write, tells all instances to forget what they remember of
 * the old one.
 */
@Component
final class ListingUpdates implements EventHandler {

    private final GuardedWrites writes;
    private final Outbox outbox;
    private final OpeningsCache cache;
    private final Candidates candidates;

    ListingUpdates(GuardedWrites writes, Outbox outbox, OpeningsCache cache, Candidates candidates) {
        this.writes = writes;
        this.outbox = outbox;
        this.cache = cache;
        this.candidates = candidates;
    }

    @Override
    public Mono<Void> handle(ReceivedEvent event) {
        return Mono.defer(() -> {
            TherapistChanged changed = event.as(TherapistChanged.class);
            Listing listing = sensible(changed);
            Candidate candidate = event.as(CandidateState.class).candidate();
            Staged staged = outbox.stage(List.of(OccupancyChanged.everythingAbout(listing.id(), event.time())));
            return writes.upsertIfNewer(
                            Copies.LISTINGS, changed.id(), changed.sequence(), staged.into(state(event, listing)))
                    .filter(applied -> applied)
                    .doOnNext(_ -> cache.forget(listing.id()))
                    .doOnNext(_ -> candidates.put(candidate))
                    .doOnNext(_ -> outbox.nudge(Copies.LISTINGS, changed.id(), staged))
                    .then();
        });
    }

    private static Update state(ReceivedEvent event, Listing listing) {
        Object[] practices = listing.practices().stream().map(Object::toString).toArray();
        return Copies.of(event.json()).addToSet(Copies.PRACTICES_EVER).each(practices);
    }

    /** What fits the schema and still makes no listing must not lie in wait for the first booking. */
    private static Listing sensible(TherapistChanged changed) {
        try {
            return changed.listing();
        } catch (RuntimeException e) {
            throw new BadEvent("no listing that can be booked from: " + e.getMessage(), e);
        }
    }
}
