package org.bodywork.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.bodywork.platform.SmallService.Given;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.kafka.EventCodec;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.bodywork.platform.testing.mongo.MongoBacking;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A service that is told to end while a request, a record and due work are under way. */
class GracefulShutdownIT {

    private static final String SERVERS = KafkaBacking.BROKER.bootstrapServers();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String run = UUID.randomUUID().toString();
    private final Given given = new Given(run, "deeds-" + run, new Hold(), new Hold(), new Hold());
    private final TestDatabase database = MongoBacking.best().freshDatabase();
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", SERVERS));
    /** Not the common pool: it may have one thread only, and the HTTP client needs it. */
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext service;
    private final int port;

    GracefulShutdownIT() {
        service = SmallService.start(
                given, Map.of("spring.mongodb.uri", database.uri(), "spring.kafka.bootstrap-servers", SERVERS));
        port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @BeforeEach
    void createTopic() throws Exception {
        admin.createTopics(List.of(new NewTopic(given.topic(), 1, (short) 1)))
                .all()
                .get();
    }

    @AfterEach
    void stop() {
        service.close();
        threads.close();
        http.close();
        admin.close();
        database.close();
    }

    @Test
    void finishesWhatIsInFlightAndPublishesIt() throws Exception {
        SmartLifecycle listeners = service.getBean("eventContainers", SmartLifecycle.class);
        SmartLifecycle workers = service.getBean("dueWorkers", SmartLifecycle.class);
        CompletableFuture<HttpResponse<String>> answer = sendRequest();
        long offset = sendRecord();
        storeDueWork();
        given.request().awaitReached();
        given.record().awaitReached();
        given.due().awaitReached();
        try (EventProbe probe = EventProbe.on(SERVERS, given.topic())) {
            CompletableFuture<Void> end = CompletableFuture.runAsync(service::close, threads);

            Await.until("nobody else is let in", () -> LocalPort.isOpen(port), open -> !open);
            given.request().letGo();
            assertThat(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).body())
                    .isEqualTo("done");
            Await.until("no further record is taken", listeners::isRunning, running -> !running);
            given.record().letGo();
            Await.until("no further work is claimed", workers::isRunning, running -> !running);
            given.due().letGo();
            end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(committed()).isEqualTo(offset + 1);
            assertThat(all(SmallService.WORK))
                    .singleElement()
                    .satisfies(work -> assertThat(work).doesNotContainKeys("due", "claim"));
            assertThat(probe.upToNow(given.topic()))
                    .extracting(SeenEvent::subject)
                    .containsExactlyInAnyOrder("request", "record", "due");
            assertThat(all(SmallService.DONE))
                    .hasSize(3)
                    .allSatisfy(deed -> assertThat(deed).doesNotContainKeys("outbox", "relay"));
        }
    }

    private CompletableFuture<HttpResponse<String>> sendRequest() {
        return http.sendAsync(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/done"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    @SuppressWarnings("unchecked") // the one template there is
    private long sendRecord() {
        KafkaTemplate<String, byte[]> kafka = service.getBean(KafkaTemplate.class);
        Event asked = new Event(
                SmallService.ASKED,
                run,
                "org.bodywork.republish.requested.v1",
                run,
                0,
                Instant.EPOCH,
                "{\"topic\": \"therapists\", \"ids\": [], \"consumer\": \"booking-service\"}");
        return kafka.send(new EventCodec("test").encode(asked))
                .join()
                .getRecordMetadata()
                .offset();
    }

    private void storeDueWork() {
        Document work = new Document("_id", "w").append("due", Clock.systemUTC().instant());
        Mono.from(database.database().getCollection(SmallService.WORK).insertOne(work))
                .block(PATIENCE);
    }

    private long committed() throws Exception {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(SmallService.group(given))
                .partitionsToOffsetAndMetadata()
                .get();
        OffsetAndMetadata offset = offsets.get(new TopicPartition(SmallService.ASKED, 0));
        return offset == null ? -1 : offset.offset();
    }

    private List<Document> all(String collection) {
        return Flux.from(database.database().getCollection(collection).find())
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }
}
