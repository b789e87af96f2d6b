package org.bodywork.platform.outbox;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.kafka.Publisher;
import org.bodywork.platform.loop.WorkLoop;
import org.bodywork.platform.outbox.Nudges.Held;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Publishes what waits in the documents' outboxes.
 *
 * <p>The holder of a document's relay token publishes its entries in order, waits for the broker, and only then clears
 * them, provided that token and sequence are still those it sent. A write that came meanwhile has put its own token
 * there, so the clean-up misses and the newer holder sends everything again: twice is harmless to consumers, lost would
 * not be. What a dead holder left is taken over when its lease has ended.
 *
 * <p>Each collection has a loop of its own. It may block: the thread is ours.
 */
final class OutboxRelay implements Outbox.Relay, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private static final int BATCH = 200;

    /** So little, once in {@link #LOOKS_EVERY}, that the work that goes on hardly feels what follows from it. */
    private static final int BATCH_AT_REST = 50;

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);
    private static final Duration WAITS_FOR_BROKER = Duration.ofSeconds(15);
    private static final Duration WAITS_FOR_DATABASE = Duration.ofSeconds(10);
    private static final Duration TRIES_AGAIN_AFTER = Duration.ofMillis(200);

    private final ReactiveMongoTemplate mongo;
    private final Publisher publisher;
    private final Clock clock;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final AtomicInteger resting = new AtomicInteger();
    private volatile boolean running;

    OutboxRelay(List<OutboxCollection> collections, ReactiveMongoTemplate mongo, Publisher publisher, Clock clock) {
        this.mongo = mongo;
        this.publisher = publisher;
        this.clock = clock;
        collections.forEach(each -> lanes.put(each.collection(), new Lane(each)));
    }

    @Override
    public void nudge(String collection, Object id, String token) {
        Lane lane = laneOf(collection);
        lane.nudges.add(id, token);
        lane.loop.wake();
    }

    @Override
    public void look(String collection) {
        if (resting.get() == 0) {
            laneOf(collection).lookNow();
        }
    }

    @Override
    public void rest() {
        resting.incrementAndGet();
    }

    @Override
    public void goOn() {
        if (resting.decrementAndGet() == 0) {
            lanes.values().forEach(Lane::lookNow);
        }
    }

    private Lane laneOf(String collection) {
        Lane lane = lanes.get(collection);
        if (lane == null) {
            throw new IllegalArgumentException("no OutboxCollection is declared for " + collection);
        }
        return lane;
    }

    @Override
    public void start() {
        running = true;
        lanes.values().forEach(lane -> lane.loop.start());
    }

    @Override
    public void stop() {
        running = false;
        lanes.values().forEach(lane -> lane.loop.stop(WAITS_FOR_BROKER));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after listeners and requests have ended, so that what they wrote still goes out. */
    @Override
    public int getPhase() {
        return 100;
    }

    /** The relay of one collection. */
    private final class Lane {

        private final OutboxCollection source;
        private final Nudges nudges = new Nudges();
        private final WorkLoop loop;
        private volatile Instant looksAgainAt = Instant.MIN;

        Lane(OutboxCollection source) {
            this.source = source;
            this.loop = new WorkLoop("outbox-" + source.collection(), LOOKS_EVERY, this::round);
        }

        private void lookNow() {
            looksAgainAt = Instant.MIN;
            loop.wake();
        }

        private void round() {
            relayNudged();
            if (!clock.instant().isBefore(looksAgainAt)) {
                looksAgainAt = clock.instant().plus(LOOKS_EVERY);
                for (List<Held> held = takeOver(); !held.isEmpty(); held = resting.get() > 0 ? List.of() : takeOver()) {
                    relay(held);
                    relayNudged();
                }
            }
        }

        /** However much is left from before, what somebody waits for goes first. */
        private void relayNudged() {
            for (List<Held> held = nudges.take(BATCH); !held.isEmpty(); held = nudges.take(BATCH)) {
                relay(held);
            }
        }

        private void relay(List<Held> held) {
            List<Document> documents = withEvents(Filters.and(
                    Filters.in("_id", held.stream().map(Held::id).toList()),
                    Filters.in("relay.token", held.stream().map(Held::token).toList())));
            if (documents.isEmpty()) {
                return;
            }
            publisher.publish(
                    documents.stream().flatMap(each -> events(each).stream()).toList(), WAITS_FOR_BROKER);
            long cleared = clear(documents);
            if (cleared < documents.size()) {
                tellAgain(documents);
            }
        }

        /** A relay lease without an outbox asks for the present state. */
        private List<Event> events(Document document) {
            List<Document> entries = document.getList("outbox", Document.class, List.of());
            return entries.isEmpty()
                    ? source.presentState().apply(document)
                    : entries.stream().map(OutboxEntry::read).toList();
        }

        private long clear(List<Document> documents) {
            List<WriteModel<Document>> writes = documents.stream()
                    .<WriteModel<Document>>map(sent -> new UpdateOneModel<>(
                            Filters.and(
                                    Filters.eq("_id", id(sent)),
                                    Filters.eq("relay.token", token(sent)),
                                    Filters.eq("sequence", sequence(sent))),
                            Updates.combine(Updates.unset("outbox"), Updates.unset("relay"))))
                    .toList();
            return bulk(writes);
        }

        /**
         * Somebody else wrote or took over while we were sending, so our older state may lie behind their newer one on
         * the topic. Where that can be, the present state is sent once more. A write by this instance needs nothing: its
         * own turn comes after ours.
         */
        private void tellAgain(List<Document> sent) {
            Map<Object, Object> sequences = new HashMap<>();
            sent.forEach(each -> sequences.put(id(each), sequence(each)));
            List<WriteModel<Document>> writes = find(Filters.in("_id", sequences.keySet())).stream()
                    .filter(now -> !nudges.holds(id(now)))
                    .filter(now -> now.containsKey("relay") || !sequence(now).equals(sequences.get(id(now))))
                    .<WriteModel<Document>>map(now -> new UpdateOneModel<>(
                            Filters.eq("_id", id(now)),
                            Updates.set("relay", lease(clock.instant().plus(TRIES_AGAIN_AFTER)))))
                    .toList();
            if (!writes.isEmpty()) {
                bulk(writes);
            }
        }

        private List<Held> takeOver() {
            Instant now = clock.instant();
            List<Document> left = Flux.from(collection()
                            .find(Filters.lte("relay.until", now))
                            .sort(Sorts.ascending("relay.until"))
                            .projection(Projections.include("relay"))
                            .limit(resting.get() > 0 ? BATCH_AT_REST : BATCH))
                    .collectList()
                    .blockOptional(WAITS_FOR_DATABASE)
                    .orElseThrow();
            if (left.isEmpty()) {
                return List.of();
            }
            Document lease = lease(now.plus(Outbox.LEASE));
            bulk(left.stream()
                    .<WriteModel<Document>>map(each -> new UpdateOneModel<>(
                            Filters.and(Filters.eq("_id", id(each)), Filters.eq("relay.token", token(each))),
                            Updates.set("relay", lease)))
                    .toList());
            log.debug("outbox: taking over {} documents of {}", left.size(), source.collection());
            return left.stream()
                    .map(each -> new Held(id(each), lease.getString("token")))
                    .toList();
        }

        private Document lease(Instant until) {
            return new Document("token", UUID.randomUUID().toString()).append("until", until);
        }

        private Object id(Document document) {
            return requireNonNull(document.get("_id"));
        }

        private Object sequence(Document document) {
            return requireNonNull(document.get("sequence"), "a document with an outbox has a sequence");
        }

        private String token(Document document) {
            return document.get("relay", Document.class).getString("token");
        }

        /** Without the state, which is large, wherever the events say all. */
        private List<Document> withEvents(Bson filter) {
            Map<Boolean, List<Document>> found = Flux.from(
                            collection().find(filter).projection(Projections.include("outbox", "relay", "sequence")))
                    .collect(Collectors.partitioningBy(each ->
                            each.getList("outbox", Document.class, List.of()).isEmpty()))
                    .blockOptional(WAITS_FOR_DATABASE)
                    .orElseThrow();
            List<Object> mute =
                    requireNonNull(found.get(true)).stream().map(this::id).toList();
            Stream<Document> whole =
                    mute.isEmpty() ? Stream.of() : find(Filters.and(filter, Filters.in("_id", mute))).stream();
            return Stream.concat(requireNonNull(found.get(false)).stream(), whole)
                    .toList();
        }

        private List<Document> find(Bson filter) {
            return Flux.from(collection().find(filter))
                    .collectList()
                    .blockOptional(WAITS_FOR_DATABASE)
                    .orElseThrow();
        }

        private long bulk(List<WriteModel<Document>> writes) {
            return Mono.from(collection().bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                    .blockOptional(WAITS_FOR_DATABASE)
                    .orElseThrow()
                    .getMatchedCount();
        }

        private MongoCollection<Document> collection() {
            return mongo.getMongoDatabase()
                    .map(database -> database.getCollection(source.collection()))
                    .blockOptional(WAITS_FOR_DATABASE)
                    .orElseThrow();
        }
    }
}
