package org.bodywork.bookings.numbers.application;

import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.PracticeId;
import reactor.core.publisher.Flux;

/** Who works where. */
public interface Workforce {

    /** Everybody listed at the practice now, published or not. */
    Flux<Listing> at(PracticeId practice);
}
