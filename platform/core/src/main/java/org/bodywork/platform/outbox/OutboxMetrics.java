package org.bodywork.platform.outbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bodywork.platform.loop.WorkLoop;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How much waits to be published ({@code outbox.pending}, documents) and for how long the oldest has
 * ({@code outbox.oldest.seconds}), per collection, looked up every five seconds. What waits without an event, as many new
 * ones at once do, is counted and has no age.
 */
public final class OutboxMetrics implements SmartLifecycle {

    private static final Bson WAITING = Filters.exists("relay.until");
    /** Enough to be told that it is much; the sparse index keeps the count cheap below it. */
    private static final int LOOKED_AT = 1_000;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReactiveMongoTemplate mongo;
    private final Clock clock;
    private final List<Figures> figures;
    private final WorkLoop loop = new WorkLoop("outbox-metrics", Duration.ofSeconds(5), this::look);

    OutboxMetrics(
            List<OutboxCollection> collections, ReactiveMongoTemplate mongo, Clock clock, MeterRegistry registry) {
        this.mongo = mongo;
        this.clock = clock;
        this.figures =
                collections.stream().map(each -> new Figures(each.collection())).toList();
        figures.forEach(each -> each.register(registry));
    }

    /** Documents, over all collections, whose events the broker has not acknowledged yet. */
    public Mono<Long> pendingNow() {
        return Flux.fromIterable(figures)
                .flatMap(each -> pending(each.collection))
                .reduce(0L, Long::sum);
    }

    private void look() {
        for (Figures each : figures) {
            each.pending.set(pending(each.collection).blockOptional(PATIENCE).orElse(0L));
            each.oldestSeconds.set(oldest(each.collection)
                    .map(queued -> Duration.between(queued, clock.instant()).toSeconds())
                    .blockOptional(PATIENCE)
                    .orElse(0L));
        }
    }

    private Mono<Long> pending(String collection) {
        return mongo.getCollection(collection).flatMap(all -> Mono.from(all.countDocuments(WAITING)));
    }

    private Mono<Instant> oldest(String collection) {
        return mongo.getCollection(collection)
                .flatMapMany(all -> all.find(WAITING)
                        .projection(Projections.include("outbox.queuedAt"))
                        .limit(LOOKED_AT))
                .flatMapIterable(document -> document.getList("outbox", Document.class, List.of()))
                .map(entry -> entry.get("queuedAt", Date.class).toInstant())
                .reduce((one, other) -> one.isBefore(other) ? one : other);
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop(PATIENCE);
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    private static final class Figures {

        private final String collection;
        private final AtomicLong pending = new AtomicLong();
        private final AtomicLong oldestSeconds = new AtomicLong();

        Figures(String collection) {
            this.collection = collection;
        }

        void register(MeterRegistry registry) {
            Tags tags = Tags.of("collection", collection);
            Gauge.builder("outbox.pending", pending, AtomicLong::get).tags(tags).register(registry);
            Gauge.builder("outbox.oldest.seconds", oldestSeconds, AtomicLong::get)
                    .tags(tags)
                    .register(registry);
        }
    }
}
