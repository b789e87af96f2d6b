package org.bodywork.therapists.listing.application;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Kept;
import org.bodywork.therapists.store.ManyAtOnce;
import org.bodywork.therapists.store.Versioned;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Stores therapists as listed. A listing that says nothing new writes and publishes nothing. */
public final class KeepTherapist {

    private static final int TRIES = 3;

    private final Therapists therapists;
    private final BusinessClock clock;
    private final ManyAtOnce<TherapistId, Therapist> many;

    public KeepTherapist(Therapists therapists, BusinessClock clock) {
        this.therapists = therapists;
        this.clock = clock;
        this.many = new ManyAtOnce<>(therapists, Therapist::id, this::relisted);
    }

    /** True when something changed; fails with {@link SlugTaken}. */
    public Mono<Boolean> asListed(Therapist listed) {
        return Mono.defer(() -> therapists.find(listed.id()))
                .flatMap(known -> keep(known, listed))
                .switchIfEmpty(Mono.defer(() -> therapists.add(listed).thenReturn(true)))
                .retryWhen(Retry.max(TRIES).filter(ConcurrentChange.class::isInstance));
    }

    /** For different therapists at once. */
    public Mono<Map<TherapistId, Kept>> allAsListed(List<Therapist> listed) {
        return many.bringTo(listed)
                .flatMapIterable(Function.identity())
                .concatMap(each -> (each.lost() ? alone(each.wanted()) : Mono.just(Kept.of(each.changed())))
                        .map(kept -> Map.entry(each.wanted().id(), kept)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Kept> alone(Therapist listed) {
        return asListed(listed).map(Kept::of).onErrorReturn(SlugTaken.class, Kept.TAKEN);
    }

    private Mono<Boolean> keep(Versioned<Therapist> known, Therapist listed) {
        Therapist relisted = relisted(known.value(), listed);
        return known.value().equals(relisted)
                ? Mono.just(false)
                : therapists.change(relisted, known.sequence()).thenReturn(true);
    }

    private Therapist relisted(Therapist known, Therapist listed) {
        return known.relisted(listed, clock.now().atZone(known.zone()).toLocalDate());
    }
}
