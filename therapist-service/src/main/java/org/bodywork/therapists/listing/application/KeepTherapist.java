package org.bodywork.therapists.listing.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.domain.ListingStatus;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Kept;
import org.bodywork.therapists.store.ManyAtOnce;
import org.bodywork.therapists.store.Versioned;
import reactor.core.publisher.Flux;
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

    /**
     * What {@link #allAsListed} would answer once the practices are stored as given; nothing is stored.
     *
     * @param practices of each therapist
     */
    public Mono<Map<TherapistId, Kept>> foreseeAll(Map<Therapist, Practice> practices) {
        return many.foresee(List.copyOf(practices.keySet()))
                .flatMapIterable(Function.identity())
                .collectMap(each -> each.wanted().id(), each -> {
                    Practice practice = practices.get(each.wanted());
                    boolean same = each.before().isStored()
                            && practice != null
                            && each.now().equals(each.before().value().workingAt(practice));
                    return each.lost() ? Kept.TAKEN : Kept.of(each.changed() && !same);
                });
    }

    /** Takes these off the public listings, as far as they are this practice's and on them. Answers how many it took. */
    public Mono<Integer> withdraw(Collection<TherapistId> gone, PracticeId practice) {
        return Flux.fromIterable(gone)
                .concatMap(id -> Mono.defer(() -> therapists.find(id))
                        .filter(known -> isListedAt(practice, known.value()))
                        .flatMap(known -> therapists
                                .change(known.value().withdrawn(), known.sequence())
                                .thenReturn(1))
                        .retryWhen(Retry.max(TRIES).filter(ConcurrentChange.class::isInstance)))
                .reduce(0, Integer::sum);
    }

    /** Whom a file that is said to be complete would have to name. */
    public Flux<TherapistId> namedByFilesOf(PracticeId practice) {
        return therapists
                .ofPractices(List.of(practice))
                .map(Versioned::value)
                .filter(therapist -> isListedAt(practice, therapist) && therapist.fitsIntoFiles())
                .map(Therapist::id);
    }

    /** Those of them that are listed at another practice. */
    public Mono<Set<TherapistId>> ofOthers(Collection<TherapistId> ids, PracticeId practice) {
        return therapists
                .known(ids)
                .map(Versioned::value)
                .filter(therapist -> !therapist.practice().equals(practice))
                .map(Therapist::id)
                .collect(Collectors.toSet());
    }

    private static boolean isListedAt(PracticeId practice, Therapist therapist) {
        return therapist.status() == ListingStatus.PUBLISHED
                && therapist.practice().equals(practice);
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
