package org.bodywork.therapists.listing.application;

import java.time.Instant;
import java.util.Collection;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.store.Aggregates;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Dated;
import org.bodywork.therapists.store.Versioned;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All therapists. What is added or changed is published in the same write. */
public interface Therapists extends Aggregates<TherapistId, Therapist> {

    Mono<Versioned<Therapist>> find(TherapistId id);

    Flux<Versioned<Therapist>> ofPractices(Collection<PracticeId> practices);

    /** Whatever their status, in the order of their ids, the first after the given one. */
    Flux<Therapist> ofPractice(PracticeId practice, @Nullable TherapistId last, int most);

    /** Fails with {@link ConcurrentChange} when they are already there, with {@link SlugTaken} when their slug is. */
    Mono<Void> add(Therapist therapist);

    /** Fails as adding does, and with {@link ConcurrentChange} when they are no longer at that sequence. */
    Mono<Void> change(Therapist therapist, long seenSequence);

    Mono<Dated<Rated>> published(Slug slug);

    Mono<Dated<Rated>> published(TherapistId id);

    Flux<Rated> published();

    /** Those of them that are published. */
    Flux<Rated> published(Collection<TherapistId> ids);

    Flux<Rated> publishedOf(Collection<PracticeId> practices);

    /** Who was changed at that moment or later, published or not. */
    Flux<Dated<TherapistId>> changedSince(Instant moment);
}
