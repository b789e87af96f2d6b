package org.bodywork.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bodywork.allinone.SharedInstallation.Shared;
import org.bodywork.allinone.http.Http;
import org.bodywork.allinone.journey.Bookings;
import org.bodywork.allinone.journey.DemoTherapist;
import org.bodywork.allinone.journey.Inbox;
import org.bodywork.allinone.journey.Staff;
import org.bodywork.platform.testing.Await;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A client of all three services who asks to be forgotten: afterwards no database, topic or log knows of them. */
@ExtendWith(SharedInstallation.class)
class ErasedClientIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<String> SERVICES = Set.of("booking-service", "notification-service", "therapist-service");

    /** What is found wherever it lies: in the name, the address, the number and all that is written. */
    private static final String MARK =
            "canary" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    private static final String PHONE = "6362550" + "147";

    private static Shared installation;
    private static Bodywork bodywork;
    private static Bookings bookings;
    private static Inbox inbox;

    @BeforeAll
    static void start(Shared shared) {
        installation = shared;
        bodywork = shared.bodywork();
        bookings = new Bookings(bodywork.site().bookings());
        inbox = new Inbox(bodywork.site().messages());
    }

    @Test
    void isKnownToNothingAnyMore() throws IOException {
        DemoTherapist answering = aTherapist(false);
        // Before anything is booked: therapists are written to about requests as well.
        String token = new Staff(bodywork.site().directory(), inbox).signIn(answering.email());
        book(aTherapist(true), "first");
        String declined = book(answering, "second").path("id").asString();
        Http.plain()
                .with("Authorization", "Bearer " + token)
                .postJson(at("/api/appointments/" + declined + "/decline"), Map.of("reason", MARK + " called"))
                .expect(200);
        inbox.await(email(), 3);
        // A visit of long ago is archived.
        bodywork.moveTime(Duration.ofDays(40));
        JsonNode upcoming = book(aTherapist(true), "third");
        inbox.await(email(), 4);
        bodywork.awaitCalm();

        try (MongoClient mongo =
                MongoClients.create("mongodb://localhost:" + bodywork.ports().mongo() + "/?directConnection=true")) {
            assertThat(collectionsThatKnow(mongo)).contains("bookings.appointments", "bookings.archive");
            assertThat(collectionsThatKnow(mongo)).anyMatch(place -> place.startsWith("notifications."));

            String secret = upcoming.path("manageUrl").asString();
            String erasure = Http.plain()
                    .post(at("/api/manage/" + secret.substring(secret.lastIndexOf('/') + 1) + "/forget-me"))
                    .expect(202)
                    .path("id")
                    .asString();
            Await.until(
                    "all services have forgotten the client",
                    () -> completed(mongo, erasure),
                    services -> services.containsAll(SERVICES));
            bodywork.awaitCalm();

            assertThat(collectionsThatKnow(mongo)).isEmpty();
        }
        assertThat(topicsThatTell(installation.state().kafkaServers())).isEmpty();
        assertThat(logsThatTell()).isEmpty();
    }

    private static JsonNode book(DemoTherapist therapist, String what) {
        OffsetDateTime start =
                bookings.firstOpeningAfter(therapist, bodywork.businessTime().plus(Duration.ofDays(3)));
        return Http.plain()
                .with("Idempotency-Key", "%s-%s".formatted(MARK, what))
                .postJson(
                        at("/api/appointments"),
                        Map.of(
                                "therapistId", therapist.therapistId(),
                                "treatmentId", therapist.treatmentId(),
                                "start", start.toString(),
                                "client", Map.of("name", "C " + MARK, "email", email(), "phone", "+1" + PHONE),
                                "consent", Map.of("email", true, "sms", true),
                                "note", "My name is " + MARK + ".",
                                "intake",
                                        Map.of(
                                                "version",
                                                "2026-1",
                                                "painLevel",
                                                3,
                                                "pregnancy",
                                                "no",
                                                "pressure",
                                                "firm",
                                                "warningSigns",
                                                List.of(),
                                                "goal",
                                                "To walk as " + MARK + " did.",
                                                "consent",
                                                true)))
                .expect(201);
    }

    private static Set<String> completed(MongoClient mongo, String erasure) {
        return Mono.from(mongo.getDatabase("bookings").getCollection("erasures").find(new Document("_id", erasure)))
                .blockOptional(PATIENCE)
                .map(found -> found.getList("completed", String.class, List.of()))
                .map(Set::copyOf)
                .orElseThrow();
    }

    private static Set<String> collectionsThatKnow(MongoClient mongo) {
        return new TreeSet<>(Flux.just("bookings", "notifications", "therapists")
                .concatMap(database -> Flux.from(mongo.getDatabase(database).listCollectionNames())
                        .concatMap(collection -> Flux.from(mongo.getDatabase(database)
                                        .getCollection(collection)
                                        .find())
                                .map(Document::toJson)
                                .any(ErasedClientIT::tells)
                                .filter(found -> found)
                                .map(_ -> database + "." + collection)))
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow());
    }

    /** In a key, a value or a header; what is sealed tells nothing. */
    private static Set<String> topicsThatTell(String kafkaServers) {
        Set<String> found = new TreeSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafkaServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(500)).forEach(event -> {
                    if (textsOf(event).anyMatch(ErasedClientIT::tells)) {
                        found.add(event.topic());
                    }
                });
            }
        }
        return found;
    }

    private static Stream<String> textsOf(ConsumerRecord<byte[], byte[]> event) {
        return Stream.concat(
                        Stream.of(event.headers().toArray()).map(Header::value), Stream.of(event.key(), event.value()))
                .filter(bytes -> bytes != null)
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static List<String> logsThatTell() throws IOException {
        try (Stream<Path> files = Files.walk(installation.data().resolve("logs"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> tells(read(file)))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean tells(String text) {
        return text.contains(MARK) || text.contains(PHONE);
    }

    private static String email() {
        return MARK + "@client.example";
    }

    private static DemoTherapist aTherapist(boolean instant) {
        return DemoListings.therapists().stream()
                .filter(therapist -> therapist.instant() == instant)
                .findFirst()
                .orElseThrow();
    }

    private static URI at(String path) {
        return bodywork.site().bookings().resolve(path);
    }
}
