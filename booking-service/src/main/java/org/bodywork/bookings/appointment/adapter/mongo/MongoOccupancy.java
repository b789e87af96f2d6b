package org.bodywork.bookings.appointment.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bodywork.bookings.opening.application.Occupancy;
import org.bodywork.bookings.opening.domain.BusyTimes;
import org.bodywork.bookings.opening.domain.Claim;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Mono;

/** Reads from the index of {@code occupied} only what lies within the span, so history costs nothing. */
final class MongoOccupancy implements Occupancy {

    /** All that there is, in one answer. */
    private static final int AT_ONCE = 10_000;

    private final ReactiveMongoTemplate mongo;

    MongoOccupancy(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<BusyTimes> of(List<Resource> resources, TimeSpan span, Instant now) {
        Query query = new Query(new Criteria()
                .orOperator(resources.stream()
                        .map(resource -> within(resource, span))
                        .toList()));
        query.fields().include("occupied", "expiresAt", "wanted.keys", "wanted.expiresAt");
        return mongo.getCollection(AppointmentDocument.COLLECTION)
                .flatMapMany(all -> all.find(query.getQueryObject(), RawBsonDocument.class)
                        .projection(query.getFieldsObject())
                        .batchSize(AT_ONCE))
                .flatMapIterable(stored -> TakenTime.read(stored).claims())
                .collectList()
                .map(claims -> BusyTimes.of(claims, now));
    }

    private static Criteria within(Resource resource, TimeSpan span) {
        return where("occupied")
                .elemMatch(new Criteria().gte(resource.firstKey(span)).lt(resource.keyAfter(span)));
    }

    /** The part of an appointment's document that says what it takes. */
    record TakenTime(
            List<String> occupied,
            @Nullable Instant expiresAt,
            @Nullable WantedTime wanted) {

        /** By hand: this is read far more often than anything else, and general mapping takes most of the time. */
        static TakenTime read(RawBsonDocument stored) {
            List<String> occupied = List.of();
            Instant expiresAt = null;
            WantedTime wanted = null;
            try (BsonReader reader = stored.asBsonReader()) {
                reader.readStartDocument();
                while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                    switch (reader.readName()) {
                        case "occupied" -> occupied = texts(reader);
                        case "expiresAt" -> expiresAt = Instant.ofEpochMilli(reader.readDateTime());
                        case "wanted" -> wanted = wanted(reader);
                        default -> reader.skipValue();
                    }
                }
            }
            return new TakenTime(occupied, expiresAt, wanted);
        }

        private static WantedTime wanted(BsonReader reader) {
            List<String> keys = List.of();
            Instant expiresAt = Instant.MAX;
            reader.readStartDocument();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                switch (reader.readName()) {
                    case "keys" -> keys = texts(reader);
                    case "expiresAt" -> expiresAt = Instant.ofEpochMilli(reader.readDateTime());
                    default -> reader.skipValue();
                }
            }
            reader.readEndDocument();
            return new WantedTime(keys, expiresAt);
        }

        private static List<String> texts(BsonReader reader) {
            List<String> texts = new ArrayList<>();
            reader.readStartArray();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                texts.add(reader.readString());
            }
            reader.readEndArray();
            return texts;
        }

        List<Claim> claims() {
            if (wanted == null) {
                return List.of(new Claim(Set.copyOf(occupied), expiresAt));
            }
            Set<String> own = new HashSet<>(occupied);
            wanted.keys().forEach(own::remove);
            return List.of(new Claim(own, expiresAt), new Claim(Set.copyOf(wanted.keys()), wanted.expiresAt()));
        }
    }

    record WantedTime(List<String> keys, Instant expiresAt) {}
}
