package org.bodywork.bookings.embed;

import org.bodywork.bookings.opening.domain.PracticeId;
import reactor.core.publisher.Mono;

/** Practices by the name that addresses have for them. */
public interface Practices {

    /** Empty where no published practice is called so. */
    Mono<Practice> bySlug(String slug);

    record Practice(PracticeId id, String name) {}
}
