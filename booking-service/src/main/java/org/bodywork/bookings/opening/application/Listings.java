package org.bodywork.bookings.opening.application;

import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.TherapistId;
import reactor.core.publisher.Mono;

/** What therapists offer, as far as this service has heard. */
public interface Listings {

    /** Fails with {@link org.bodywork.bookings.opening.domain.NotOffered.NoSuchTherapist} when there is none. */
    Mono<Listing> byId(TherapistId id);
}
