package org.bodywork.therapists.review.application;

import org.bodywork.therapists.review.domain.CompletedVisit;
import org.bodywork.therapists.review.domain.TokenHash;
import reactor.core.publisher.Mono;

/** The visits that took place, as booking-service tells of them. */
public interface CompletedVisits {

    Mono<CompletedVisit> withToken(TokenHash token);

    /** No review of it can be written any more. */
    Mono<Void> forget(String appointment);

    /** Told twice, or after something newer of the same appointment, it changes nothing. */
    Mono<Void> note(String appointment, long sequence, CompletedVisit visit);
}
