package org.bodywork.therapists.listing.application;

import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Versioned;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Stores a therapist as listed. A listing that says nothing new writes and publishes nothing. */
public final class KeepTherapist {

    private static final int TRIES = 3;

    private final Therapists therapists;

    public KeepTherapist(Therapists therapists) {
        this.therapists = therapists;
    }

    /** True when something changed. */
    public Mono<Boolean> asListed(Therapist listed) {
        return Mono.defer(() -> therapists.find(listed.id()))
                .flatMap(known -> keep(known, listed))
                .switchIfEmpty(Mono.defer(() -> therapists.add(listed).thenReturn(true)))
                .retryWhen(Retry.max(TRIES).filter(ConcurrentChange.class::isInstance));
    }

    private Mono<Boolean> keep(Versioned<Therapist> known, Therapist listed) {
        return known.value().equals(listed)
                ? Mono.just(false)
                : therapists.change(listed, known.sequence()).thenReturn(true);
    }
}
