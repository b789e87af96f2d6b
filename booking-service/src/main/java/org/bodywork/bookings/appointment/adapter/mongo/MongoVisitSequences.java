package org.bodywork.bookings.appointment.adapter.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import org.bodywork.bookings.appointment.application.VisitSequences;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads two fields of each. What was told lately is found by its index; those that live are nearly all there are. */
final class MongoVisitSequences implements VisitSequences {

    private static final int BATCH = 1_000;

    private final ReactiveMongoTemplate mongo;

    MongoVisitSequences(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Flux<VisitSequence> toldSince(Instant from) {
        return find(told(from));
    }

    @Override
    public Mono<Long> countToldSince(Instant from) {
        return count(told(from));
    }

    @Override
    public Flux<VisitSequence> live() {
        return find(LiveVisits.FILTER);
    }

    @Override
    public Mono<Long> countLive() {
        return count(LiveVisits.FILTER);
    }

    private static Bson told(Instant from) {
        return Filters.gte("toldAt", from);
    }

    private Flux<VisitSequence> find(Bson which) {
        return visits().flatMapMany(all -> all.find(which)
                        .projection(Projections.include("sequence"))
                        .batchSize(BATCH))
                .map(found -> new VisitSequence(
                        found.getString("_id"),
                        found.get("sequence", Number.class).longValue()));
    }

    private Mono<Long> count(Bson which) {
        return visits().flatMap(all -> Mono.from(all.countDocuments(which)));
    }

    private Mono<MongoCollection<Document>> visits() {
        return mongo.getCollection(AppointmentDocument.COLLECTION);
    }
}
