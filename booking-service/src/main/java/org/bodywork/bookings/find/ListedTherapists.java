package org.bodywork.bookings.find;

import java.util.Collection;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The therapists whose listings are published, in this service's own copy. */
public interface ListedTherapists {

    /** In no order; nothing for an id that is unknown or withdrawn. */
    Flux<ListedTherapist> byIds(Collection<TherapistId> ids);

    /** Who works at that practice, in no order. */
    Flux<ListedTherapist> at(PracticeId practice);

    /** Empty where nobody is listed under that name. */
    Mono<ListedTherapist> bySlug(String slug);
}
