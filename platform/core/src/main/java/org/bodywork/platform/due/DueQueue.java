package org.bodywork.platform.due;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A collection whose documents may be due. Declared as a bean.
 *
 * @param name for metrics and nudges
 * @param parallelism how many are worked on at once in this instance
 * @param lease how long a claim lasts; longer than the handler may take
 * @param firstBy while the queue is behind, what has the least of this field comes first; none means what was due first
 */
public record DueQueue(
        String name,
        String collection,
        int parallelism,
        Duration lease,
        DueHandler handler,
        @Nullable String firstBy) {

    /** One that is worked off in the order in which it is due, also when it is behind. */
    public DueQueue(String name, String collection, int parallelism, Duration lease, DueHandler handler) {
        this(name, collection, parallelism, lease, handler, null);
    }
}
