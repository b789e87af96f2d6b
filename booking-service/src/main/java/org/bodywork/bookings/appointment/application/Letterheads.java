package org.bodywork.bookings.appointment.application;

import org.bodywork.bookings.appointment.domain.Letterhead;
import org.bodywork.bookings.appointment.domain.Visit;
import reactor.core.publisher.Mono;

/** Who gives visits and where, as this service's copy of the listings says at present. */
public interface Letterheads {

    /** Never empty: what has not been heard of is left out. */
    Mono<Letterhead> of(Visit visit);
}
