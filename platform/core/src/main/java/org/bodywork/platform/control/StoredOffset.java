package org.bodywork.platform.control;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Mono;

/** The offset of business time, kept in this service's own database so that a restart and other instances know it. */
final class StoredOffset {

    private static final String COLLECTION = "clock";
    private static final String ID = "business";

    private final ReactiveMongoTemplate mongo;

    StoredOffset(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    Mono<Duration> read() {
        return mongo.getCollection(COLLECTION)
                .flatMap(all -> Mono.from(all.find(Filters.eq("_id", ID)).first()))
                .map(stored -> Duration.ofMillis(
                        stored.get("offsetMillis", Number.class).longValue()))
                .defaultIfEmpty(Duration.ZERO);
    }

    /** Stores the larger of what is there and what is given. */
    Mono<Void> raiseTo(Duration offset) {
        return mongo.getCollection(COLLECTION)
                .flatMap(all -> Mono.from(all.updateOne(
                        Filters.eq("_id", ID),
                        Updates.max("offsetMillis", offset.toMillis()),
                        new UpdateOptions().upsert(true))))
                .then();
    }
}
