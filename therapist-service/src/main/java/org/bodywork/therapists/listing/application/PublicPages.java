package org.bodywork.therapists.listing.application;

import java.time.Instant;
import org.bodywork.therapists.listing.domain.Slug;
import reactor.core.publisher.Flux;

/** The names under which published listings can be read, in no order. */
public interface PublicPages {

    Flux<Page> therapists();

    Flux<Page> practices();

    /** One page. */
    record Page(Slug slug, Instant changedAt) {}
}
