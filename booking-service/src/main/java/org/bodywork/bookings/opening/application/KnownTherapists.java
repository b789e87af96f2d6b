package org.bodywork.bookings.opening.application;

import org.bodywork.bookings.opening.domain.TherapistId;
import reactor.core.publisher.Flux;

/** Everybody of whom this service has heard a listing, published or not. */
public interface KnownTherapists {

    Flux<TherapistId> all();
}
