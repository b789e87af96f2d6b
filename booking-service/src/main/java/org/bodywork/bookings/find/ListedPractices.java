package org.bodywork.bookings.find;

import reactor.core.publisher.Mono;

/** The practices whose listings are published, in this service's own copy. */
public interface ListedPractices {

    /** Empty where no practice is listed under that name. */
    Mono<ListedPractice> bySlug(String slug);
}
