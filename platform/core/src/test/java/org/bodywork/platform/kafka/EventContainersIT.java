package org.bodywork.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bodywork.platform.events.BadEvent;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.events.EventHandler;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.events.Subscription;
import org.bodywork.platform.events.Tail;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;

class EventContainersIT {

    private static final String SERVERS = KafkaBacking.BROKER.bootstrapServers();
    private static final String TYPE = "org.bodywork.republish.requested.v1";

    private final EventCodec codec = new EventCodec("test");
    private final DefaultKafkaProducerFactory<String, byte[]> producers = new DefaultKafkaProducerFactory<>(
            Map.of("bootstrap.servers", SERVERS), new StringSerializer(), new ByteArraySerializer());
    private final KafkaTemplate<String, byte[]> kafka = new KafkaTemplate<>(producers);
    private final TopicCatalogue catalogue = TopicCatalogue.fromContracts();
    private final List<EventContainers> started = new ArrayList<>();
    private final List<String> handled = new CopyOnWriteArrayList<>();
    /** The topic is shared by the tests of this JVM: each test's records have keys of their own. */
    private final String run = UUID.randomUUID().toString();

    @BeforeEach
    void createTopics() throws Exception {
        for (String service : List.of("booking-service", "therapist-service", "notification-service")) {
            new TopicSetup(catalogue, service, (short) 1, Map.of("bootstrap.servers", SERVERS)).create();
        }
    }

    @AfterEach
    void stop() {
        started.forEach(EventContainers::stop);
        producers.destroy();
    }

    @Test
    void handlesRecordsOfOneKeyInOrder() {
        subscribe(this::note);

        for (int i = 1; i <= 20; i++) {
            send("therapists-" + i);
        }

        awaitHandled(20);
        assertThat(handled.getFirst()).isEqualTo("therapists-1");
        assertThat(handled.getLast()).isEqualTo("therapists-20");
    }

    @Test
    void waitsOutPassingTroubleWithoutLosingOrDeadLettering() {
        AtomicInteger failures = new AtomicInteger(3);
        subscribe(event -> failures.getAndDecrement() > 0 ? Mono.error(new IOException("away")) : note(event));
        try (EventProbe probe = EventProbe.on(SERVERS, "republish-dlt")) {
            send("first");
            send("second");

            awaitHandled(2);
            assertThat(handled).containsExactly("first", "second");
            probe.none("republish-dlt", this::isOurs);
        }
    }

    @Test
    void putsWhatCanNeverBeHandledAsideAndGoesOn() {
        subscribe(event -> {
            String topic = event.as(Asked.class).topic();
            return topic.equals("poison") ? Mono.error(new BadEvent("cannot be")) : note(event);
        });
        try (EventProbe probe = EventProbe.on(SERVERS, "republish-dlt")) {
            send("poison");
            send("good");

            awaitHandled(1);
            SeenEvent dead = probe.await("republish-dlt", this::isOurs);
            assertThat(dead.headers()).containsEntry(ListenerErrors.ERROR_HEADER, "cannot be");
            assertThat(dead.text("/topic")).isEqualTo("poison");
            assertThat(handled).containsExactly("good");
        }
    }

    @Test
    void putsARecordAsideThatDoesNotFitItsSchemaWithoutQuotingIt() {
        subscribe(this::note);
        try (EventProbe probe = EventProbe.on(SERVERS, "republish-dlt")) {
            sendJson("{\"topic\": 7, \"ids\": [\"ana@example.org\"], \"consumer\": \"x\"}");
            send("good");

            awaitHandled(1);
            SeenEvent dead = probe.await("republish-dlt", this::isOurs);
            assertThat(dead.headers().get(ListenerErrors.ERROR_HEADER))
                    .contains("/topic")
                    .doesNotContain("ana@");
        }
    }

    @Test
    void putsARecordAsideThatIsNoCloudEvent() {
        subscribe(this::note);
        try (EventProbe probe = EventProbe.on(SERVERS, "republish-dlt")) {
            kafka.send(new ProducerRecord<>("republish", run, "hello".getBytes(StandardCharsets.UTF_8)))
                    .join();
            send("good");

            awaitHandled(1);
            assertThat(probe.await("republish-dlt", seen -> run.equals(seen.key()))
                            .value())
                    .isEqualTo("hello");
        }
    }

    @Test
    void skipsTypesThatOurContractsDoNotKnow() {
        subscribe(this::note);
        try (EventProbe probe = EventProbe.on(SERVERS, "republish-dlt")) {
            kafka.send(codec.encode(new Event("republish", run, "org.bodywork.future.v9", run, 1, Instant.EPOCH, "{}")))
                    .join();
            send("good");

            awaitHandled(1);
            assertThat(handled).containsExactly("good");
            probe.none("republish-dlt", this::isOurs);
        }
    }

    @Test
    void finishesTheRecordItIsAtWhenItStopsAndLeavesTheRestToTheNext() throws Exception {
        send("first");
        send("second");
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> mayEnd = new CompletableFuture<>();
        EventContainers stopping = subscribe(event -> Mono.defer(() -> {
            begun.countDown();
            return Mono.fromFuture(mayEnd).then(note(event));
        }));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> end = CompletableFuture.runAsync(stopping::stop);
        Await.until("it is to end", stopping::isRunning, running -> !running);
        mayEnd.complete(null);
        end.get(20, TimeUnit.SECONDS);

        assertThat(handled).containsExactly("first");
        subscribe(this::note);
        awaitHandled(2);
        assertThat(handled).containsExactly("first", "second");
    }

    @Test
    void showsATailToEveryInstanceFromItsStartOn() {
        send("before");
        List<String> one = new CopyOnWriteArrayList<>();
        List<String> other = new CopyOnWriteArrayList<>();
        follow(one);
        follow(other);

        Await.until(
                "both saw one",
                () -> {
                    send("beat");
                    return one.size() > 0 && other.size() > 0;
                },
                Boolean::booleanValue);

        assertThat(one).doesNotContain("before");
        assertThat(other).doesNotContain("before");
    }

    @Test
    void showsATailFromTheBeginningWhatTheTopicHolds() {
        send("before");
        List<String> seen = new CopyOnWriteArrayList<>();

        start(List.of(), List.of(Tail.fromBeginning("republish", noting(seen), () -> {})));

        Await.until("it has seen what was there", () -> seen, all -> all.contains("before"));
    }

    @Test
    void passesOverWhatCanNeverBeHandledWhereATopicHasNoDeadLetters() {
        List<String> seen = new CopyOnWriteArrayList<>();
        EventHandler beats = ours(event -> Mono.fromRunnable(() -> seen.add(event.type())));
        kafka.send(new ProducerRecord<>("occupancy", run, "hello".getBytes(StandardCharsets.UTF_8)))
                .join();
        kafka.send(codec.encode(new Event(
                        "occupancy",
                        run,
                        "org.bodywork.occupancy.beat.v1",
                        run,
                        0,
                        Instant.EPOCH,
                        "{\"instance\": \"one\", \"at\": \"2026-11-23T15:00:00Z\"}")))
                .join();

        start(List.of(new Subscription("occupancy", "test-" + run, beats)), List.of());

        Await.until("it goes on", () -> seen, all -> all.contains("org.bodywork.occupancy.beat.v1"));
    }

    @Test
    void tellsATailOfEachRecordThatItCannotRead() {
        List<String> seen = new CopyOnWriteArrayList<>();
        AtomicInteger unreadable = new AtomicInteger();
        follow(seen, unreadable::incrementAndGet);
        Await.until(
                "it follows",
                () -> {
                    send("beat");
                    return !seen.isEmpty();
                },
                Boolean::booleanValue);

        kafka.send(new ProducerRecord<>("republish", run, "hello".getBytes(StandardCharsets.UTF_8)))
                .join();
        sendJson("{\"topic\": 7}");
        kafka.send(codec.encode(new Event("republish", run, "org.bodywork.future.v9", run, 1, Instant.EPOCH, "{}")))
                .join();
        send("good");

        Await.until("it has seen all", () -> seen, all -> all.contains("good"));
        assertThat(unreadable).hasValue(3);
    }

    @Test
    void isAliveWhileItsConsumersAreAndNotWhenOneHasDied() {
        EventContainers containers = subscribe(event -> {
            if (event.as(Asked.class).topic().equals("deadly")) {
                throw new LinkageError("ends its thread on purpose");
            }
            return note(event);
        });
        send("good");
        awaitHandled(1);
        ConsumerHealth health = new ConsumerHealth(containers);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        send("deadly");

        Await.until("it is down", () -> health.health().getStatus(), Status.DOWN::equals);
    }

    @Test
    void isBehindWhileARecordIsInHandAndNoLonger() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> mayEnd = new CompletableFuture<>();
        EventContainers containers = subscribe(event -> Mono.defer(() -> {
            begun.countDown();
            return Mono.fromFuture(mayEnd, true).then(note(event));
        }));
        send("first");
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(containers.isBehind("republish")).isTrue();

        mayEnd.complete(null);
        Await.until("it is behind no more", () -> containers.isBehind("republish"), behind -> !behind);
        assertThat(handled).containsExactly("first");
    }

    @Test
    void countsAsBehindWhileTheBrokerIsAwayAndNobodyCanTell() {
        EventContainers containers = start(
                List.of(new Subscription("republish", "test-" + run, ours(this::note))), List.of(), "127.0.0.1:1");

        assertThat(containers.isBehind("republish")).isTrue();
    }

    record Asked(String topic) {}

    private EventContainers subscribe(EventHandler handler) {
        return start(List.of(new Subscription("republish", "test-" + run, ours(handler))), List.of());
    }

    private void follow(List<String> seen) {
        follow(seen, () -> {});
    }

    private void follow(List<String> seen, Runnable onUnreadable) {
        start(List.of(), List.of(new Tail("republish", noting(seen), onUnreadable)));
    }

    private EventHandler noting(List<String> seen) {
        return ours(
                event -> Mono.fromRunnable(() -> seen.add(event.as(Asked.class).topic())));
    }

    private EventContainers start(List<Subscription> subscriptions, List<Tail> tails) {
        return start(subscriptions, tails, SERVERS);
    }

    private EventContainers start(List<Subscription> subscriptions, List<Tail> tails, String servers) {
        EventContainers containers = new EventContainers(
                subscriptions,
                tails,
                catalogue,
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "key.deserializer",
                        StringDeserializer.class,
                        "value.deserializer",
                        ByteArrayDeserializer.class,
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest"),
                kafka,
                codec,
                new SimpleMeterRegistry());
        started.add(containers);
        containers.start();
        return containers;
    }

    private EventHandler ours(EventHandler handler) {
        return event -> event.key().equals(run) ? handler.handle(event) : Mono.empty();
    }

    private Mono<Void> note(ReceivedEvent event) {
        return Mono.fromRunnable(() -> handled.add(event.as(Asked.class).topic()));
    }

    private boolean isOurs(SeenEvent seen) {
        return run.equals(seen.key());
    }

    private void awaitHandled(int count) {
        Await.until(count + " handled", handled::size, size -> size >= count);
    }

    private void send(String topic) {
        sendJson("{\"topic\": \"" + topic + "\", \"ids\": [], \"consumer\": \"booking-service\"}");
    }

    private void sendJson(String json) {
        kafka.send(codec.encode(new Event("republish", run, TYPE, run, 0, Instant.EPOCH, json)))
                .join();
    }
}
