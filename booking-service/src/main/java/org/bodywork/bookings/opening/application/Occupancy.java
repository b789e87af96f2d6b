package org.bodywork.bookings.opening.application;

import java.time.Instant;
import java.util.Collection;
import org.bodywork.bookings.opening.domain.BusyTimes;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.TimeSpan;
import reactor.core.publisher.Mono;

/** The time that stored appointments take. */
public interface Occupancy {

    /**
     * What is taken, as of {@code now} and within the span, of everybody and everything that decides about the openings
     * of these listings. More may be told than that.
     */
    Mono<BusyTimes> of(Collection<Listing> listings, TimeSpan span, Instant now);
}
