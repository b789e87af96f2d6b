package org.bodywork.platform.due;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets due work be looked at right away instead of at the next second. */
public final class DueNudges {

    private final Map<String, DueWorker> workers;

    DueNudges(List<DueWorker> workers) {
        this.workers = workers.stream().collect(Collectors.toMap(DueWorker::name, Function.identity()));
    }

    /** Returns at once and never fails for a queue that exists. */
    public void nudge(String queue) {
        DueWorker worker = workers.get(queue);
        if (worker == null) {
            throw new IllegalArgumentException("no DueQueue is declared as " + queue);
        }
        worker.nudge();
    }

    /** Lets all queues be looked at, as after a move of business time. */
    public void nudgeAll() {
        workers.values().forEach(DueWorker::nudge);
    }

    /** How much is due at this moment, over all queues. */
    public Mono<Long> dueNow() {
        return Flux.fromIterable(workers.values()).flatMap(DueWorker::dueNow).reduce(0L, Long::sum);
    }
}
