package org.bodywork.therapists.review.application;

import org.bodywork.therapists.review.domain.Report;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people think should not be there. */
public interface Reports {

    /**
     * Keeps a report; a second one about the same review from the same reporter changes nothing. Fails with {@link
     * ReviewRejection.TooManyReports}.
     */
    Mono<Void> add(Report report);

    /** The newest first. */
    Flux<Report> all(int offset, int size);

    Mono<Integer> count();
}
