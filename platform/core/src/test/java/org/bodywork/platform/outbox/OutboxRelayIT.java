package org.bodywork.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.kafka.EventCodec;
import org.bodywork.platform.kafka.Publisher;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import reactor.core.publisher.Sinks;

@MongoContract
class OutboxRelayIT {

    private static final String THINGS = "things";
    private static final Instant NOW = Instant.parse("2026-11-24T16:00:00Z");
    private static final Duration PAST_ANY_LEASE = Outbox.LEASE.plusSeconds(1);

    private final String topic = "things-" + UUID.randomUUID();
    private final SettableClock clock = SettableClock.at(NOW);
    private final AtomicReference<Optional<Runnable>> beforeSend = new AtomicReference<>(Optional.empty());
    private final ReactiveMongoTemplate mongo;
    private final DefaultKafkaProducerFactory<String, byte[]> producers;
    private final OutboxRelay relay;
    private final Outbox outbox;
    private @Nullable EventProbe probe;

    OutboxRelayIT(TestDatabase database) {
        mongo = database.template();
        producers = new DefaultKafkaProducerFactory<>(
                Map.of("bootstrap.servers", KafkaBacking.BROKER.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
        relay = new OutboxRelay(
                List.of(new OutboxCollection(THINGS, stored -> List.of(presentState(stored)))),
                mongo,
                new Publisher(new HookedTemplate(), new EventCodec("test")),
                clock);
        outbox = new Outbox(relay, clock);
    }

    @BeforeEach
    void start() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KafkaBacking.BROKER.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), topic);
        relay.start();
    }

    @AfterEach
    void stop() {
        relay.stop();
        probe().close();
        producers.destroy();
    }

    @Test
    void publishesWhatWasWrittenAndClearsIt() {
        Staged staged = outbox.stage(List.of(event("a", 1)));
        insert("a", 1, staged);

        outbox.nudge(THINGS, "a", staged);

        assertThat(probe().await(topic, this::isOfA).text("/sequence")).isEqualTo("1");
        awaitCleared("a");
    }

    @Test
    void keepsTheOrderOfADocumentsEvents() {
        List<Event> events = LongStream.rangeClosed(1, 15)
                .mapToObj(sequence -> event("a", sequence))
                .toList();
        Staged staged = outbox.stage(events);
        insert("a", 15, staged);

        outbox.nudge(THINGS, "a", staged);

        awaitCleared("a");
        assertThat(sequencesSeen())
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15");
    }

    @Test
    void publishesWhatWasStagedForLaterWhenItLooks() {
        insert("a", 1, outbox.stageForLater(List.of(event("a", 1))));

        outbox.look(THINGS);

        awaitCleared("a");
    }

    @Test
    void publishesLittleForLaterWhileWorkGoesOnAndAllOfItAfterwards() {
        Sinks.One<String> work = Sinks.one();
        List<String> many =
                IntStream.range(0, 500).mapToObj(each -> "many-" + each).toList();
        outbox.gently(work.asMono().flux()).subscribe();
        many.forEach(id -> insert(id, 1, outbox.stageForLater(List.of(event(id, 1)))));
        Staged now = outbox.stage(List.of(event("a", 1)));
        insert("a", 1, now);

        outbox.look(THINGS);
        outbox.nudge(THINGS, "a", now);

        awaitCleared("a");
        assertThat(waiting())
                .as("the clock stands still, so it looked once at most")
                .isGreaterThanOrEqualTo(300);
        work.tryEmitValue("done");
        Await.until("all is published", this::waiting, left -> left == 0);
    }

    private long waiting() {
        return mongo.count(Query.query(Criteria.where("outbox").exists(true)), THINGS)
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void publishesWhatADeadWriterLeftOnceItsLeaseHasEnded() {
        insert("a", 1, outbox.stage(List.of(event("a", 1))));
        probe().none(topic, this::isOfA);

        clock.advance(PAST_ANY_LEASE);

        probe().await(topic, this::isOfA);
        awaitCleared("a");
    }

    @Test
    void sendsThePresentStateForALeaseWithoutEvents() {
        insert("a", 4, new Staged(List.of(), new RelayLease("left", NOW.minusSeconds(1))));
        clock.advance(PAST_ANY_LEASE);

        assertThat(probe().await(topic, this::isOfA).text("/sequence")).isEqualTo("4");
        awaitCleared("a");
    }

    @Test
    void leavesANewerWritersEventsToItsOwnTurn() {
        Staged first = outbox.stage(List.of(event("a", 1)));
        insert("a", 1, first);
        Staged second = outbox.stage(List.of(event("a", 2)));
        onFirstSend(() -> {
            update("a", 2, second);
            outbox.nudge(THINGS, "a", second);
        });

        outbox.nudge(THINGS, "a", first);

        probe().await(topic, seen -> seen.text("/sequence").equals("2"));
        awaitCleared("a");
        assertThat(sequencesSeen()).containsExactly("1", "1", "2");
    }

    @Test
    void tellsThePresentStateOnceMoreWhenAnotherInstanceWasQuicker() {
        Staged first = outbox.stage(List.of(event("a", 1)));
        insert("a", 1, first);
        // Another instance writes, publishes and clears the second state while we are still sending the first.
        onFirstSend(() -> {
            new HookedTemplate().sendNow(event("a", 2));
            setAsCleared("a", 2);
        });

        outbox.nudge(THINGS, "a", first);

        awaitSequenceSent("1");
        Await.until("asks for another sending", () -> stored("a"), stored -> stored.containsKey("relay"));
        clock.advance(PAST_ANY_LEASE);
        awaitCleared("a");
        assertThat(sequencesSeen()).containsExactly("2", "1", "2");
    }

    @Test
    void losesNothingWhenTheBrokerRefusesFirst() {
        Staged staged = outbox.stage(List.of(event("a", 1)));
        insert("a", 1, staged);
        onFirstSend(() -> {
            throw new IllegalStateException("the broker is away");
        });

        outbox.nudge(THINGS, "a", staged);
        Await.until("tries to send", beforeSend::get, Optional::isEmpty);
        clock.advance(PAST_ANY_LEASE);

        probe().await(topic, this::isOfA);
        awaitCleared("a");
    }

    private void onFirstSend(Runnable action) {
        beforeSend.set(Optional.of(action));
    }

    private Event presentState(Document stored) {
        return event(
                stored.getString("_id"), stored.get("sequence", Number.class).longValue());
    }

    private Event event(String id, long sequence) {
        return new Event(
                topic, id, "org.example.thing.changed.v1", id, sequence, NOW, "{\"sequence\": " + sequence + "}");
    }

    private void insert(String id, long sequence, Staged staged) {
        mongo.insert(
                        new Thing(id, sequence, staged.entries().isEmpty() ? null : staged.entries(), staged.lease()),
                        THINGS)
                .block();
    }

    private void update(String id, long sequence, Staged staged) {
        mongo.updateFirst(byId(id), staged.into(new Update()).set("sequence", sequence), THINGS)
                .block();
    }

    private void setAsCleared(String id, long sequence) {
        mongo.updateFirst(byId(id), new Update().unset("outbox").unset("relay").set("sequence", sequence), THINGS)
                .block();
    }

    private Document stored(String id) {
        return mongo.findOne(byId(id), Document.class, THINGS).blockOptional().orElseThrow();
    }

    private void awaitCleared(String id) {
        Await.until(
                "outbox cleared",
                () -> stored(id),
                stored -> !stored.containsKey("outbox") && !stored.containsKey("relay"));
    }

    private void awaitSequenceSent(String sequence) {
        probe().await(topic, seen -> seen.text("/sequence").equals(sequence));
    }

    private List<String> sequencesSeen() {
        return probe().upToNow(topic).stream()
                .map(seen -> seen.text("/sequence"))
                .toList();
    }

    private boolean isOfA(SeenEvent seen) {
        return seen.subject().equals("a");
    }

    private EventProbe probe() {
        return Objects.requireNonNull(probe);
    }

    private static Query byId(String id) {
        return Query.query(Criteria.where("_id").is(id));
    }

    record Thing(
            String id,
            long sequence,
            @Nullable List<OutboxEntry> outbox,
            @Nullable RelayLease relay) {}

    /** Lets something happen right before a record is sent. */
    private final class HookedTemplate extends KafkaTemplate<String, byte[]> {

        HookedTemplate() {
            super(producers);
        }

        @Override
        public CompletableFuture<SendResult<String, byte[]>> send(ProducerRecord<String, byte[]> record) {
            beforeSend.getAndSet(Optional.empty()).ifPresent(Runnable::run);
            return super.send(record);
        }

        void sendNow(Event event) {
            super.send(new EventCodec("another-instance").encode(event)).join();
        }
    }
}
