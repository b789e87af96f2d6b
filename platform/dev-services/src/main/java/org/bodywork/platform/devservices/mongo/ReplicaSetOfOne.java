package org.bodywork.platform.devservices.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.ReadPreference;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Makes a freshly started mongod the primary of its own replica set. */
final class ReplicaSetOfOne implements AutoCloseable {

    static final String NAME = "rs0";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int NOT_YET_INITIALIZED = 94;
    private static final int NOT_A_MEMBER = 93;

    private final String address;
    private final MongoClient client;

    ReplicaSetOfOne(String host, int port) {
        this.address = host + ":" + port;
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString("mongodb://" + address + "/?directConnection=true"))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(500, TimeUnit.MILLISECONDS))
                .build());
    }

    /** Returns once the server takes writes; gives up when it ends or after a minute. */
    void awaitPrimary(BooleanSupplier alive) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isPrimary()) {
            if (!alive.getAsBoolean()) {
                throw new IllegalStateException("it ended");
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("it was not primary after " + PATIENCE.toSeconds() + " s");
            }
            pause();
        }
    }

    private boolean isPrimary() {
        try {
            if (admin(new Document("hello", 1)).getBoolean("isWritablePrimary", false)) {
                return true;
            }
            configureWhenNeeded();
        } catch (MongoException notServingYet) {
            return false;
        }
        return false;
    }

    private void configureWhenNeeded() {
        try {
            admin(new Document("replSetGetStatus", 1));
        } catch (MongoCommandException e) {
            switch (e.getErrorCode()) {
                case NOT_YET_INITIALIZED -> initiate();
                case NOT_A_MEMBER -> moveToThisPort();
                default -> throw e;
            }
        }
    }

    private void initiate() {
        var member = new Document("_id", 0).append("host", address);
        admin(new Document("replSetInitiate", new Document("_id", NAME).append("members", List.of(member))));
    }

    /** The stored configuration names the port of an earlier start; all else in it must stay. */
    private void moveToThisPort() {
        var stored = await(client.getDatabase("local")
                .getCollection("system.replset")
                .withReadPreference(ReadPreference.nearest())
                .find()
                .first());
        stored.getList("members", Document.class).getFirst().put("host", address);
        stored.put("version", stored.getInteger("version") + 1);
        admin(new Document("replSetReconfig", stored).append("force", true));
    }

    private Document admin(Document command) {
        return await(client.getDatabase("admin").runCommand(command, ReadPreference.nearest()));
    }

    private static Document await(Publisher<Document> answer) {
        return Objects.requireNonNull(Mono.from(answer).block(ANSWER));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("it was interrupted", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
