package org.bodywork.platform.due;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Mono;

/** Work that consists in being gone: a document is removed when it is due. */
public final class Forgetting {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private Forgetting() {}

    public static DueQueue queue(String name, String collection, ReactiveMongoTemplate mongo) {
        return new DueQueue(name, collection, 1, LEASE, work -> remove(work, collection, mongo));
    }

    private static Mono<Void> remove(Claimed work, String collection, ReactiveMongoTemplate mongo) {
        Query claimed = Query.query(where("_id").is(work.id()).and("claim").is(work.token()));
        return mongo.remove(claimed, collection).then();
    }
}
