package org.bodywork.bookings.appointment.application;

import org.bodywork.bookings.appointment.domain.GivenUp;
import reactor.core.publisher.Mono;

/** Whoever does something with time that was given up. */
@FunctionalInterface
public interface GivenUpTimes {

    /** Told of each at least once, and perhaps again. */
    Mono<Void> heard(GivenUp time);
}
