package org.bodywork.platform.setup;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bodywork.platform.faults.Infrastructure;
import org.bodywork.platform.kafka.TopicSetup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Flux;

/**
 * Makes indexes and topics before anything else starts, the HTTP port included, so that nothing is ever accepted that
 * a missing index should have refused. Waits for database and broker as long as it takes; any other error ends the
 * start.
 */
final class Groundwork implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Groundwork.class);

    private static final Duration WAITS_FOR_DATABASE = Duration.ofSeconds(30);
    private static final long PAUSE_SECONDS = 1;

    private final List<CollectionIndexes> collections;
    private final ReactiveMongoTemplate mongo;
    private final TopicSetup topics;
    private volatile boolean laid;

    Groundwork(List<CollectionIndexes> collections, ReactiveMongoTemplate mongo, TopicSetup topics) {
        this.collections = collections;
        this.mongo = mongo;
        this.topics = topics;
    }

    @Override
    public void start() {
        while (!laid) {
            try {
                createIndexes();
                topics.create();
                laid = true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for database and broker", e);
            } catch (RuntimeException | ExecutionException | TimeoutException e) {
                waitUnlessHopeless(e);
            }
        }
    }

    private void createIndexes() {
        Flux.fromIterable(collections)
                .concatMap(each -> mongo.getCollection(each.collection())
                        .flatMapMany(collection -> collection.createIndexes(each.indexes())))
                .then()
                .block(WAITS_FOR_DATABASE);
    }

    private static void waitUnlessHopeless(Exception error) {
        if (!Infrastructure.isTrouble(error)) {
            throw new IllegalStateException("indexes or topics cannot be made: " + error.getMessage(), error);
        }
        log.warn("waiting for database and broker: {}", error.toString());
        try {
            TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for database and broker", e);
        }
    }

    @Override
    public void stop() {
        laid = false;
    }

    @Override
    public boolean isRunning() {
        return laid;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
