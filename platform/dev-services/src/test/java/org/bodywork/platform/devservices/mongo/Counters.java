package org.bodywork.platform.devservices.mongo;

import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A client that stores one number, majority-acknowledged, and reads it back. */
record Counters(String uri) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    void store(int value) {
        with(counters -> counters.insertOne(new Document("_id", "n").append("value", value)));
    }

    int read() {
        return with(counters -> counters.find(new Document("_id", "n")).first()).getInteger("value");
    }

    private <T> T with(Function<MongoCollection<Document>, Publisher<T>> work) {
        try (var client = MongoClients.create(uri)) {
            var counters = client.getDatabase("test").getCollection("counters").withWriteConcern(WriteConcern.MAJORITY);
            return Objects.requireNonNull(Mono.from(work.apply(counters)).block(PATIENCE));
        }
    }
}
