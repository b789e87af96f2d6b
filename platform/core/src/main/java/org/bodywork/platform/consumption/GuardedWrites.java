package org.bodywork.platform.consumption;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

/**
 * Keeps a copy of another service's aggregate at its newest state: a state is stored only over an older one, so
 * redelivery, reordering and replay change nothing.
 */
public final class GuardedWrites {

    private final ReactiveMongoTemplate mongo;

    public GuardedWrites(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * Stores the state unless this or a newer one is known. The update must not touch {@code _id} or {@code sequence}.
     *
     * @return whether it was stored
     */
    public Mono<Boolean> upsertIfNewer(String collection, Object id, long sequence, Update update) {
        Query older = Query.query(Criteria.where("_id").is(id).and("sequence").lt(sequence));
        return mongo.upsert(older, update.set("sequence", sequence), collection)
                .map(result -> result.getModifiedCount() > 0 || result.getUpsertedId() != null)
                // No older one matched, so an insert was tried, and the id is there: known already.
                .onErrorReturn(DuplicateKeyException.class, false);
    }
}
