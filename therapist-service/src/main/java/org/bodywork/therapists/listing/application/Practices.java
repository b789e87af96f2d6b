package org.bodywork.therapists.listing.application;

import java.time.Instant;
import java.util.Collection;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.store.Aggregates;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Dated;
import org.bodywork.therapists.store.Versioned;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All practices. What is added or changed is published in the same write. */
public interface Practices extends Aggregates<PracticeId, Practice> {

    Mono<Versioned<Practice>> find(PracticeId id);

    /** Fails with {@link ConcurrentChange} when it is already there, with {@link SlugTaken} when its slug is. */
    Mono<Void> add(Practice practice);

    /** Fails as adding does, and with {@link ConcurrentChange} when it is no longer at that sequence. */
    Mono<Void> change(Practice practice, long seenSequence);

    /** Whatever its status. */
    Mono<Dated<Practice>> dated(PracticeId id);

    Mono<Dated<Practice>> published(Slug slug);

    Flux<Practice> withIds(Collection<PracticeId> ids);

    /** All that are published. */
    Flux<Practice> published();

    /** Which were changed at that moment or later, published or not. */
    Flux<Dated<PracticeId>> changedSince(Instant moment);
}
