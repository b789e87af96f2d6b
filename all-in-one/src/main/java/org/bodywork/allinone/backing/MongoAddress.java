package org.bodywork.allinone.backing;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.util.concurrent.TimeUnit;
import org.bodywork.allinone.terminal.Trouble;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** A MongoDB named by {@code MONGODB_URI}. Its address may hold a password, so no message repeats it. */
record MongoAddress(String uri) {

    private static final int PATIENCE_SECONDS = 5;

    /**
     * Makes sure that a database answers.
     *
     * @throws Trouble when this is no such address or no database answers there
     */
    void requireAnswer() {
        try (MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(parsed())
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .build())) {
            Mono.from(client.getDatabase("admin").runCommand(new Document("ping", 1)))
                    .block();
        } catch (MongoSecurityException e) {
            throw new Trouble("The database of MONGODB_URI refuses its user name or password; correct MONGODB_URI.", e);
        } catch (MongoException e) {
            throw new Trouble(
                    "No database answers at MONGODB_URI within %d s; start it, correct MONGODB_URI, or unset it to use a local one."
                            .formatted(PATIENCE_SECONDS),
                    e);
        }
    }

    private ConnectionString parsed() {
        try {
            return new ConnectionString(uri);
        } catch (IllegalArgumentException e) {
            throw new Trouble(
                    "MONGODB_URI is no MongoDB address; write it as mongodb://host:27017/?replicaSet=name, or unset it to use a local one.",
                    e);
        }
    }
}
