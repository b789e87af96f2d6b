package org.bodywork.therapists.listing.application;

import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Versioned;
import reactor.core.publisher.Mono;

/** What was counted of each therapist's reviews. It stands on the therapist's own document, beside the listing. */
public interface Ratings {

    Mono<Versioned<Rated>> of(TherapistId id);

    /**
     * Publishes the therapist anew, in the same write. Fails with {@link ConcurrentChange} when they are no longer at
     * that sequence.
     */
    Mono<Void> change(Versioned<Rated> rated);
}
