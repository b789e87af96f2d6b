package org.bodywork.platform.due;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.bodywork.platform.loop.WorkLoop;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Mono;

/**
 * Claims and works off what is due in one collection.
 *
 * <p>A document is free when its {@code due} has passed in business time and its {@code claimableFrom}, if any, by the
 * unmoved clock. Claiming sets {@code claimableFrom} to the end of the lease and {@code claim} to a fresh token in one
 * findAndModify, so two instances never hold the same work, and work whose holder died comes back by itself.
 *
 * <p>A lane is a virtual thread that claims and works until nothing is free. It may block: the thread is ours.
 */
final class DueWorker {

    private static final Logger log = LoggerFactory.getLogger(DueWorker.class);

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);
    private static final Duration COUNTS_EVERY = Duration.ofSeconds(5);
    private static final Duration WAITS_FOR_DATABASE = Duration.ofSeconds(10);
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(15);

    private final DueQueue queue;
    private final ReactiveMongoTemplate mongo;
    private final BusinessClock business;
    private final Clock steady;
    private final Semaphore freeLanes;
    private final Line line = new Line();
    private final AtomicBoolean nudged = new AtomicBoolean();
    private final WorkLoop looking;
    private final WorkLoop counting;
    private final AtomicLong overdue = new AtomicLong();
    private final Timer lateness;
    private final Timer claiming;
    private volatile ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;

    DueWorker(
            DueQueue queue, ReactiveMongoTemplate mongo, BusinessClock business, Clock steady, MeterRegistry registry) {
        this.queue = queue;
        this.mongo = mongo;
        this.business = business;
        this.steady = steady;
        this.freeLanes = new Semaphore(queue.parallelism());
        this.looking = new WorkLoop("due-" + queue.name(), LOOKS_EVERY, this::startLane);
        this.counting = new WorkLoop("due-count-" + queue.name(), COUNTS_EVERY, this::count);
        Tags tags = Tags.of("queue", queue.name());
        Gauge.builder("due.overdue", overdue, AtomicLong::get).tags(tags).register(registry);
        this.lateness = Timer.builder("due.lateness")
                .tags(tags)
                .publishPercentileHistogram()
                .register(registry);
        this.claiming = Timer.builder("due.claim")
                .description("How long it takes to get hold of one that is due")
                .tags(tags)
                .register(registry);
    }

    String name() {
        return queue.name();
    }

    void nudge() {
        nudged.set(true);
        startLane();
    }

    /** How much is due and free, at this moment. */
    Mono<Long> dueNow() {
        return mongo.getCollection(queue.collection())
                .flatMap(all -> Mono.from(all.countDocuments(Filters.lte("due", business.now()))));
    }

    private void startLane() {
        if (running && freeLanes.tryAcquire()) {
            threads.execute(this::lane);
        }
    }

    private void lane() {
        try {
            nudged.set(false);
            Claimed work;
            while (running && (work = claim()) != null) {
                // Where there was one there may be more: let a second lane look while this one works.
                startLane();
                work(work);
            }
        } catch (RuntimeException e) {
            log.warn("due {}: claiming failed and will be tried again: {}", queue.name(), e.toString());
        } finally {
            freeLanes.release();
            // A nudge that found every lane taken must not wait for the next second.
            if (nudged.get()) {
                startLane();
            }
        }
    }

    private void work(Claimed work) {
        try {
            queue.handler().handle(work).block(queue.lease());
        } catch (RuntimeException e) {
            Duration pause = BackOff.after(work.attempts());
            log.warn(
                    "due {}: attempt {} failed and will be repeated in {} ms: {}",
                    queue.name(),
                    work.attempts(),
                    pause.toMillis(),
                    e.toString());
            postpone(work, pause);
        }
    }

    private @Nullable Claimed claim() {
        String firstBy = queue.firstBy();
        if (firstBy == null) {
            return claim(null);
        }
        while (line.isBehind()) {
            Object next = line.next();
            if (next == null) {
                line.read(longestWaiting(firstBy));
                continue;
            }
            // Another instance has the same line and may have been faster.
            Claimed work = claim(next);
            if (work != null) {
                return work;
            }
        }
        Object next = line.next();
        Claimed work = next == null ? null : claim(next);
        return work != null ? work : claim(null);
    }

    private List<Object> longestWaiting(String firstBy) {
        return mongo.getCollection(queue.collection())
                .flatMapMany(all -> all.find(free(business.now(), steady.instant()))
                        .projection(Projections.include("_id"))
                        .sort(Sorts.ascending(firstBy))
                        .limit(Line.LENGTH))
                .map(document -> document.get("_id", Object.class))
                .collectList()
                .blockOptional(WAITS_FOR_DATABASE)
                .orElse(List.of());
    }

    private static Bson free(Instant due, Instant now) {
        return Filters.and(Filters.lte("due", due), Filters.not(Filters.gt("claimableFrom", now)));
    }

    /** The one with this id if it is free, or whichever was due first. */
    private @Nullable Claimed claim(@Nullable Object id) {
        Instant due = business.now();
        Instant now = steady.instant();
        String token = UUID.randomUUID().toString();
        Bson free = id == null ? free(due, now) : Filters.and(Filters.eq("_id", id), free(due, now));
        Bson taken = Updates.combine(
                Updates.set("claimableFrom", now.plus(queue.lease())),
                Updates.set("claim", token),
                Updates.inc("attempts", 1));
        long began = System.nanoTime();
        Document document = mongo.getCollection(queue.collection())
                .flatMap(all -> Mono.from(all.findOneAndUpdate(
                        free,
                        taken,
                        new FindOneAndUpdateOptions()
                                .sort(Sorts.ascending("due"))
                                .returnDocument(ReturnDocument.AFTER))))
                .block(WAITS_FOR_DATABASE);
        if (document == null) {
            return null;
        }
        claiming.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        line.claimed(document.getDate("due").toInstant(), due);
        lateness.record(
                Math.max(
                        0,
                        Duration.between(document.getDate("due").toInstant(), due)
                                .toMillis()),
                TimeUnit.MILLISECONDS);
        return new Claimed(document, token, document.getInteger("attempts"));
    }

    private void postpone(Claimed work, Duration pause) {
        Bson stillOurs = Filters.and(Filters.eq("_id", work.id()), Filters.eq("claim", work.token()));
        mongo.getCollection(queue.collection())
                .flatMap(all -> Mono.from(all.updateOne(
                        stillOurs, Updates.set("claimableFrom", steady.instant().plus(pause)))))
                .block(WAITS_FOR_DATABASE);
    }

    private void count() {
        overdue.set(dueNow().blockOptional(WAITS_FOR_DATABASE).orElse(0L));
    }

    void start() {
        if (threads.isShutdown()) {
            threads = Executors.newVirtualThreadPerTaskExecutor();
        }
        running = true;
        looking.start();
        counting.start();
    }

    /** Lets the work that was claimed finish. May be started again afterwards. */
    void stop() {
        running = false;
        looking.stop(Duration.ofSeconds(1));
        counting.stop(Duration.ofSeconds(1));
        try {
            // Once we have every lane, none can start; closing the threads first could refuse one that just does.
            if (freeLanes.tryAcquire(queue.parallelism(), PATIENCE_AT_END.toMillis(), TimeUnit.MILLISECONDS)) {
                freeLanes.release(queue.parallelism());
            } else {
                log.warn("due {}: work was still going on at the end; its lease will bring it back", queue.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }

    boolean isRunning() {
        return running;
    }
}
