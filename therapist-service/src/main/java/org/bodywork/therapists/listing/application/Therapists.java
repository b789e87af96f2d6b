package org.bodywork.therapists.listing.application;

import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Versioned;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All therapists. What is added or changed is published in the same write. */
public interface Therapists {

    Mono<Versioned<Therapist>> find(TherapistId id);

    Flux<Versioned<Therapist>> ofPractice(PracticeId practice);

    /** Fails with {@link ConcurrentChange} when they are already there. */
    Mono<Void> add(Therapist therapist);

    /** Fails with {@link ConcurrentChange} when they are no longer at that sequence. */
    Mono<Void> change(Therapist therapist, long seenSequence);

    Mono<Therapist> published(Slug slug);

    Mono<Therapist> published(TherapistId id);

    Mono<Long> count(ListingFilter filter);

    /** Published therapists, by name. */
    Flux<Therapist> matching(ListingFilter filter, long skip, int limit);
}
