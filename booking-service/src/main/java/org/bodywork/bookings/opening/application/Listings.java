package org.bodywork.bookings.opening.application;

import java.util.Collection;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.TherapistId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What therapists offer, as far as this service has heard. */
public interface Listings {

    /** Fails with {@link NotOffered.NoSuchTherapist} when there is none. */
    Mono<Listing> byId(TherapistId id);

    /** Those that there are, with one read at most. */
    default Flux<Listing> byIds(Collection<TherapistId> ids) {
        return Flux.fromIterable(ids).concatMap(id -> byId(id).onErrorResume(NotOffered.class, _ -> Mono.empty()));
    }
}
