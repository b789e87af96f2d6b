package org.bodywork.platform.testing.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import org.bson.UuidRepresentation;

/**
 * A server that runs, and a client of it.
 *
 * @param uri without a database: ends at the server's {@code /} or goes on with {@code ?options}
 */
record MongoServer(String uri, MongoClient client, Runnable stop) implements AutoCloseable {

    static MongoServer at(String uri, Runnable stop) {
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build();
        return new MongoServer(uri, MongoClients.create(settings), stop);
    }

    String uriOf(String database) {
        return uri.replaceFirst("(?<=[^/])/(?!/)", "/" + database);
    }

    @Override
    public void close() {
        client.close();
        stop.run();
    }
}
