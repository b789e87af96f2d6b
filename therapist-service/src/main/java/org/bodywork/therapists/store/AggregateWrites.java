package org.bodywork.therapists.store;

import java.util.List;
import java.util.function.Function;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Inserts and compare-and-set updates that carry their event in the same write. */
@Component
public final class AggregateWrites {

    private final ReactiveMongoTemplate mongo;
    private final Outbox outbox;

    AggregateWrites(ReactiveMongoTemplate mongo, Outbox outbox) {
        this.mongo = mongo;
        this.outbox = outbox;
    }

    /** Fails with {@link ConcurrentChange} when the id, or another unique value, is there already. */
    public Mono<Void> insert(String collection, Function<Staged, Object> document, Event event) {
        return Mono.defer(() -> {
            Staged staged = outbox.stage(List.of(event));
            return mongo.insert(document.apply(staged), collection)
                    .doOnSuccess(stored -> outbox.nudge(collection, event.aggregateId(), staged))
                    .onErrorMap(DuplicateKeyException.class, taken -> new ConcurrentChange(event.aggregateId()))
                    .then();
        });
    }

    /**
     * Applies the update and raises the sequence to the event's. Fails with {@link ConcurrentChange} when the document
     * is not one change behind it.
     */
    public Mono<Void> change(String collection, Update update, Event event) {
        return Mono.defer(() -> {
            Staged staged = outbox.stage(List.of(event));
            Query justBefore = Query.query(Criteria.where("_id")
                    .is(event.aggregateId())
                    .and("sequence")
                    .is(event.sequence() - 1));
            update.set("sequence", event.sequence()).set("changedAt", event.time());
            return mongo.updateFirst(justBefore, staged.into(update), collection)
                    .onErrorMap(DuplicateKeyException.class, taken -> new ConcurrentChange(event.aggregateId()))
                    .filter(result -> result.getMatchedCount() > 0)
                    .switchIfEmpty(Mono.error(() -> new ConcurrentChange(event.aggregateId())))
                    .doOnSuccess(stored -> outbox.nudge(collection, event.aggregateId(), staged))
                    .then();
        });
    }
}
