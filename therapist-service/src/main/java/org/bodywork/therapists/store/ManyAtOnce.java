package org.bodywork.therapists.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Brings many aggregates to what is wanted of them with one look at all and one write of those that differ. */
public final class ManyAtOnce<K, T> {

    private final Aggregates<K, T> stored;
    private final Function<T, K> id;
    private final BinaryOperator<T> decision;

    /** Takes how the next state follows from the known and the wanted one. */
    public ManyAtOnce(Aggregates<K, T> stored, Function<T, K> id, BinaryOperator<T> decision) {
        this.stored = stored;
        this.id = id;
        this.decision = decision;
    }

    /** Answers what became of each, in the order given. Those that were lost have to be decided again, one by one. */
    public Mono<List<Outcome<T>>> bringTo(List<T> wanted) {
        return wanted.isEmpty()
                ? Mono.just(List.of())
                : Mono.defer(() ->
                                stored.known(wanted.stream().map(id).toList()).collectMap(this::idOf))
                        .map(known -> decided(wanted, known))
                        .flatMap(this::save);
    }

    /** Answers what would become of each, and stores nothing. Those that another stands in the way of would be lost. */
    public Mono<List<Outcome<T>>> foresee(List<T> wanted) {
        return wanted.isEmpty()
                ? Mono.just(List.of())
                : Mono.defer(() -> stored.taken(wanted)
                                .zipWith(stored.known(wanted.stream().map(id).toList())
                                        .collectMap(this::idOf)))
                        .map(both -> decided(wanted, both.getT2()).stream()
                                .map(each -> both.getT1().contains(id.apply(each.now())) ? each.asLost() : each)
                                .toList());
    }

    private List<Outcome<T>> decided(List<T> wanted, Map<K, Versioned<T>> known) {
        return wanted.stream()
                .map(each -> decided(each, known.get(id.apply(each))))
                .toList();
    }

    private Outcome<T> decided(T wanted, @Nullable Versioned<T> known) {
        return known == null
                ? new Outcome<>(wanted, Versioned.unstored(wanted), wanted, false)
                : new Outcome<>(wanted, known, decision.apply(known.value(), wanted), false);
    }

    private Mono<List<Outcome<T>>> save(List<Outcome<T>> decided) {
        List<Versioned<T>> changes = decided.stream()
                .filter(Outcome::changed)
                .map(each -> each.before().replacedBy(each.now()))
                .toList();
        return (changes.isEmpty() ? Mono.just(Set.<K>of()) : stored.saveAll(changes))
                .map(lost -> decided.stream()
                        .map(each -> lost.contains(id.apply(each.now())) ? each.asLost() : each)
                        .toList());
    }

    private K idOf(Versioned<T> known) {
        return id.apply(known.value());
    }

    /**
     * What became of one.
     *
     * @param now as it was decided, and stored unless it was lost
     */
    public record Outcome<T>(T wanted, Versioned<T> before, T now, boolean lost) {

        public boolean changed() {
            return !before.isStored() || !now.equals(before.value());
        }

        private Outcome<T> asLost() {
            return new Outcome<>(wanted, before, now, true);
        }
    }
}
