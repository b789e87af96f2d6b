package org.bodywork.therapists.listing.application;

import java.time.Instant;
import org.bodywork.therapists.listing.domain.Slug;
import reactor.core.publisher.Flux;

/** The names under which the booking site shows published listings, in no order. */
public interface PublicPages {

    Flux<Page> therapists();

    Flux<Page> practices();

    /** One page. */
    record Page(Slug slug, Instant changedAt) {}
}
