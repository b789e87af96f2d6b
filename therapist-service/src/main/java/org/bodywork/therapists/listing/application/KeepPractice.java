package org.bodywork.therapists.listing.application;

import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Versioned;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Stores a practice as listed, and brings its therapists' copies of the locations up to date. The copies are compared
 * each time, so that what a crash left behind is made good by listing the practice once more.
 */
public final class KeepPractice {

    private static final int TRIES = 3;

    private final Practices practices;
    private final Therapists therapists;

    public KeepPractice(Practices practices, Therapists therapists) {
        this.practices = practices;
        this.therapists = therapists;
    }

    /** True when something changed. */
    public Mono<Boolean> asListed(Practice listed) {
        return Mono.defer(() -> practices.find(listed.id()))
                .flatMap(known -> keep(known, listed))
                .switchIfEmpty(Mono.defer(() -> practices.add(listed).thenReturn(true)))
                .retryWhen(Retry.max(TRIES).filter(ConcurrentChange.class::isInstance));
    }

    private Mono<Boolean> keep(Versioned<Practice> known, Practice listed) {
        Practice relisted = known.value().relisted(listed);
        Mono<Void> practiceKept =
                relisted.equals(known.value()) ? Mono.empty() : practices.change(relisted, known.sequence());
        return practiceKept
                .then(refreshWorkplaces(relisted))
                .map(refreshed -> refreshed || !relisted.equals(known.value()));
    }

    private Mono<Boolean> refreshWorkplaces(Practice practice) {
        return therapists
                .ofPractice(practice.id())
                .filter(known -> !known.value().equals(known.value().workingAt(practice)))
                .concatMap(known -> therapists
                        .change(known.value().workingAt(practice), known.sequence())
                        .thenReturn(true))
                .count()
                .map(changed -> changed > 0);
    }
}
