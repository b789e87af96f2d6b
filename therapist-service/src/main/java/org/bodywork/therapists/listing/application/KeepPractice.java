package org.bodywork.therapists.listing.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Kept;
import org.bodywork.therapists.store.ManyAtOnce;
import org.bodywork.therapists.store.ManyAtOnce.Outcome;
import org.bodywork.therapists.store.Versioned;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Stores practices as listed, and brings their therapists' copies of the locations up to date. The copies are compared
 * each time, so that what a crash left behind is made good by listing the practice once more.
 */
public final class KeepPractice {

    private static final int TRIES = 3;
    private static final int THERAPISTS_AT_ONCE = 250;

    private final Practices practices;
    private final Therapists therapists;
    private final ManyAtOnce<PracticeId, Practice> many;

    public KeepPractice(Practices practices, Therapists therapists) {
        this.practices = practices;
        this.therapists = therapists;
        this.many = new ManyAtOnce<>(practices, Practice::id, Practice::relisted);
    }

    /** For many listings at once, of which several may name locations of one practice: those are taken in order. */
    public Mono<Map<Practice, Kept>> allAsListed(List<Practice> listed) {
        return Flux.fromIterable(rounds(listed))
                .concatMap(this::together)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** What {@link #allAsListed} would answer; nothing is stored. */
    public Mono<Map<Practice, Kept>> foreseeAll(List<Practice> listed) {
        return listed.isEmpty()
                ? Mono.just(Map.of())
                : practices
                        .taken(listed)
                        .zipWith(practices
                                .known(listed.stream().map(Practice::id).toList())
                                .collectMap(known -> known.value().id(), Versioned::value))
                        .map(both -> foreseen(listed, both.getT1(), new HashMap<>(both.getT2())));
    }

    private static Map<Practice, Kept> foreseen(
            List<Practice> listed, Set<PracticeId> taken, Map<PracticeId, Practice> present) {
        Map<Practice, Kept> kept = new HashMap<>();
        for (Practice wanted : listed) {
            Practice before = present.get(wanted.id());
            Practice after = before == null ? wanted : before.relisted(wanted);
            present.put(wanted.id(), after);
            kept.put(wanted, taken.contains(wanted.id()) ? Kept.TAKEN : Kept.of(!after.equals(before)));
        }
        return kept;
    }

    /** Each practice once in a round. */
    private static List<List<Practice>> rounds(List<Practice> listed) {
        List<List<Practice>> rounds = new ArrayList<>();
        Map<PracticeId, Integer> seen = new HashMap<>();
        for (Practice practice : listed) {
            int round = seen.merge(practice.id(), 1, Integer::sum) - 1;
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(practice);
        }
        return rounds;
    }

    private Flux<Map.Entry<Practice, Kept>> together(List<Practice> listed) {
        return many.bringTo(listed)
                .zipWhen(this::refreshedOf)
                .flatMapMany(settled -> Flux.fromIterable(settled.getT1())
                        .concatMap(each -> settled(each, settled.getT2()).map(kept -> Map.entry(each.wanted(), kept))));
    }

    private Mono<Set<PracticeId>> refreshedOf(List<Outcome<Practice>> outcomes) {
        return refreshWorkplaces(outcomes.stream()
                .filter(each -> each.before().isStored() && !each.lost())
                .map(Outcome::now)
                .collect(Collectors.toMap(Practice::id, Function.identity())));
    }

    private Mono<Kept> settled(Outcome<Practice> outcome, Set<PracticeId> refreshed) {
        return outcome.lost()
                ? asListed(outcome.wanted()).map(Kept::of).onErrorReturn(SlugTaken.class, Kept.TAKEN)
                : Mono.just(Kept.of(
                        outcome.changed() || refreshed.contains(outcome.wanted().id())));
    }

    private Mono<Boolean> asListed(Practice listed) {
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
                .then(Mono.defer(() -> refreshWorkplaces(Map.of(relisted.id(), relisted))))
                .map(refreshed -> !refreshed.isEmpty() || !relisted.equals(known.value()));
    }

    /** Brings its therapists' copies of its locations up to date. */
    Mono<Void> toTherapistsOf(PracticeId id) {
        return practices
                .find(id)
                .flatMap(known -> refreshWorkplaces(Map.of(id, known.value())))
                .then();
    }

    /** Answers whose therapists had outdated copies. */
    private Mono<Set<PracticeId>> refreshWorkplaces(Map<PracticeId, Practice> listed) {
        if (listed.isEmpty()) {
            return Mono.just(Set.of());
        }
        Set<PracticeId> refreshed = new HashSet<>();
        return Flux.defer(() -> therapists.ofPractices(listed.keySet()))
                .flatMapIterable(known -> outdated(known, listed))
                .buffer(THERAPISTS_AT_ONCE)
                .concatMap(changes -> refresh(changes, refreshed))
                .then()
                .retryWhen(Retry.max(TRIES).filter(ConcurrentChange.class::isInstance))
                .thenReturn(refreshed);
    }

    /** The therapist with new copies, or nothing when the present ones are right. */
    private static List<Versioned<Therapist>> outdated(Versioned<Therapist> known, Map<PracticeId, Practice> listed) {
        Practice practice = listed.get(known.value().practice());
        Therapist refreshed = practice == null ? known.value() : known.value().workingAt(practice);
        return refreshed.equals(known.value()) ? List.of() : List.of(known.replacedBy(refreshed));
    }

    private Mono<Void> refresh(List<Versioned<Therapist>> changes, Set<PracticeId> refreshed) {
        return therapists.saveAll(changes).flatMap(lost -> {
            changes.stream()
                    .map(Versioned::value)
                    .filter(therapist -> !lost.contains(therapist.id()))
                    .forEach(therapist -> refreshed.add(therapist.practice()));
            return lost.isEmpty() ? Mono.empty() : Mono.error(() -> new ConcurrentChange(lost));
        });
    }
}
