package org.bodywork.therapists.listing.application;

import org.bodywork.therapists.listing.domain.Tally;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.store.ConcurrentChange;
import reactor.core.publisher.Mono;

/**
 * What was counted of each therapist's reviews. It stands on the therapist's own document, beside the listing, which has
 * no newer version for it.
 */
public interface Ratings {

    /** None where nobody is listed. */
    Mono<Tally> of(TherapistId id);

    /**
     * Lets whoever follows the listings look at this one again. Fails with {@link ConcurrentChange} when something else
     * was counted meanwhile.
     */
    Mono<Void> change(TherapistId id, Tally seen, Tally next);
}
