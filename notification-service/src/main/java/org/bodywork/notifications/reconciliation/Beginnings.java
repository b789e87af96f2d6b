package org.bodywork.notifications.reconciliation;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.bodywork.platform.due.FirstDue;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Mono;

/**
 * Remembers since when this store is kept: a mark that is made once, when a new or lost store first starts. Nobody works
 * on it, so its time stays.
 */
final class Beginnings {

    private static final String COLLECTION = "beginnings";
    private static final String ID = "appointments";

    /** The mark as stored. */
    record Mark(Instant due) {}

    private final ReactiveMongoTemplate mongo;
    private final AtomicReference<@Nullable Instant> known = new AtomicReference<>();

    Beginnings(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    static FirstDue mark(BusinessClock clock) {
        return new FirstDue(COLLECTION, () -> Map.of(ID, clock.now()));
    }

    /** Nothing while it has not begun. */
    Mono<Instant> since() {
        Instant since = known.get();
        return since != null
                ? Mono.just(since)
                : mongo.findOne(Query.query(where("_id").is(ID)), Mark.class, COLLECTION)
                        .map(Mark::due)
                        .doOnNext(known::set);
    }
}
