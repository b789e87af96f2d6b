package org.bodywork.therapists.schedule.application;

import java.time.Instant;
import java.util.UUID;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.schedule.domain.BookedVisit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** This service's copy of all visits that stand. It may lag behind; booking-service's own list of conflicts does not. */
public interface BookedVisits {

    /** Those of the therapist that end after the moment, in order of start. */
    Flux<BookedVisit> of(TherapistId therapist, Instant endingAfter);

    /** The visit stands like that now, unless something newer of it is known. */
    Mono<Void> stands(TherapistId therapist, BookedVisit visit, long sequence);

    /** The visit stands no more, unless something newer of it is known. */
    Mono<Void> ended(UUID visit, long sequence, Instant at);
}
