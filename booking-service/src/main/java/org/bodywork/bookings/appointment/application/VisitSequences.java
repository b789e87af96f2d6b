package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How far visits have come, without what they are. Held time is none of them. */
public interface VisitSequences {

    Flux<VisitSequence> toldSince(Instant from);

    Mono<Long> countToldSince(Instant from);

    /** All that have not ended. */
    Flux<VisitSequence> live();

    Mono<Long> countLive();

    /** A visit, and the sequence of what was last told about it. */
    record VisitSequence(String id, long sequence) {}
}
