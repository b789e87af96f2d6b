package org.bodywork.bookings.appointment.application;

import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.PracticeId;
import reactor.core.publisher.Mono;

/** The locations of practices, as far as this service has heard. */
public interface Places {

    /** Never empty: a location not heard of yet is {@link Place#unknown}. */
    Mono<Place> at(PracticeId practice, LocationId location);
}
