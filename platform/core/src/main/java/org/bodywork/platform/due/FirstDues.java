package org.bodywork.platform.due;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;

/** Makes sure, before due work begins, that the work is there which is always there. */
final class FirstDues implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<FirstDue> all;
    private final ReactiveMongoTemplate mongo;
    private volatile boolean planned;

    FirstDues(List<FirstDue> all, ReactiveMongoTemplate mongo) {
        this.all = all;
        this.mongo = mongo;
    }

    @Override
    public void start() {
        for (FirstDue each : all) {
            Flux.fromIterable(each.dueById().get().entrySet())
                    .concatMap(first -> mongo.upsert(
                            Query.query(where("_id").is(first.getKey())),
                            new Update().setOnInsert("due", first.getValue()),
                            each.collection()))
                    .then()
                    .block(PATIENCE);
        }
        planned = true;
    }

    @Override
    public void stop() {
        planned = false;
    }

    @Override
    public boolean isRunning() {
        return planned;
    }

    /** After indexes and business time are there, before due work begins. */
    @Override
    public int getPhase() {
        return 20;
    }
}
