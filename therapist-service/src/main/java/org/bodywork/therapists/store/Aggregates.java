package org.bodywork.therapists.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All aggregates of one kind, many of them at a time. */
public interface Aggregates<K, T> {

    /** Those of the ids that are stored, in no order. */
    Flux<Versioned<T>> known(Collection<K> ids);

    /** Those of them whose unique value, such as a slug or an address, belongs to another. */
    Mono<Set<K>> taken(List<T> wanted);

    /**
     * Stores each on top of the sequence it was decided on, and publishes it in the same write.
     *
     * @param changes of different aggregates
     * @return the ids of those that met another's change, or a value that belongs to another; all others are stored
     */
    Mono<Set<K>> saveAll(List<Versioned<T>> changes);
}
