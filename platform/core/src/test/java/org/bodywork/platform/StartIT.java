package org.bodywork.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.bodywork.platform.SmallService.Given;
import org.bodywork.platform.devservices.Ports;
import org.bodywork.platform.devservices.kafka.Broker;
import org.bodywork.platform.devservices.mongo.EmbeddedMongo;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.ScratchFolder;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.mongo.MongoBacking;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;

/** A service that starts before its database or its broker. */
@ExtendWith(OutputCaptureExtension.class)
class StartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DATABASE = "small";

    private final Given given = new Given(UUID.randomUUID().toString(), "deeds", new Hold(), new Hold(), new Hold());
    private final int port = Ports.free();

    @Test
    void opensItsPortOnlyOnceTheDatabaseIsThereAndHasItsIndexes(CapturedOutput log) throws Exception {
        int databasePort = Ports.free();
        CompletableFuture<ConfigurableApplicationContext> starting =
                start("mongodb://localhost:" + databasePort + "/" + DATABASE, KafkaBacking.BROKER.bootstrapServers());
        Await.until("it waits", PATIENCE, log::getAll, lines -> lines.contains("waiting for database and broker"));
        assertThat(LocalPort.isOpen(port)).isFalse();
        assertThat(starting).isNotDone();

        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory(databasePort);
                MongoClient client = MongoClients.create(mongo.uri())) {
            awaitOpenPort();
            assertThat(indexes(client, DATABASE, SmallService.DONE)).contains("relay.until_1");
            assertThat(indexes(client, DATABASE, SmallService.WORK)).contains("due_1");
            end(starting);
        }
    }

    @Test
    void opensItsPortOnlyOnceTheBrokerIsThereAndHasItsTopics() throws Exception {
        int brokerPort = Ports.free();
        try (TestDatabase database = MongoBacking.best().freshDatabase();
                ScratchFolder folder = ScratchFolder.create("kafka")) {
            CompletableFuture<ConfigurableApplicationContext> starting;
            try (ServerSocket silent = new ServerSocket(brokerPort)) {
                starting = start(database.uri(), "localhost:" + brokerPort);
                silent.setSoTimeout((int) PATIENCE.toMillis());
                try (Socket asked = silent.accept()) {
                    assertThat(asked.isConnected()).isTrue();
                    assertThat(LocalPort.isOpen(port)).isFalse();
                    assertThat(indexes(database.client(), database.name(), SmallService.DONE))
                            .contains("relay.until_1");
                }
            }

            try (Broker broker = Broker.start(folder.path(), brokerPort, 0);
                    Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                awaitOpenPort();
                assertThat(admin.listTopics().names().get()).contains("appointments", "occupancy", "republish-dlt");
                end(starting);
            }
        }
    }

    private CompletableFuture<ConfigurableApplicationContext> start(String mongoUri, String bootstrapServers) {
        Map<String, Object> properties = Map.of(
                "server.port", port,
                "spring.mongodb.uri", mongoUri,
                "spring.kafka.bootstrap-servers", bootstrapServers);
        return CompletableFuture.supplyAsync(() -> SmallService.start(given, properties));
    }

    private void awaitOpenPort() {
        Await.until("the port is open", PATIENCE, () -> LocalPort.isOpen(port), Boolean::booleanValue);
    }

    private static void end(CompletableFuture<ConfigurableApplicationContext> starting) throws Exception {
        starting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).close();
    }

    private static List<String> indexes(MongoClient client, String database, String collection) {
        return Flux.from(client.getDatabase(database).getCollection(collection).listIndexes())
                .map(index -> index.getString("name"))
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }
}
