package org.bodywork.bookings.opening.application;

import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.opening.domain.BusyTimes;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.TimeSpan;
import reactor.core.publisher.Mono;

/** The time that stored appointments take. */
public interface Occupancy {

    /** What is taken of these resources within the span, as of {@code now}. */
    Mono<BusyTimes> of(List<Resource> resources, TimeSpan span, Instant now);
}
