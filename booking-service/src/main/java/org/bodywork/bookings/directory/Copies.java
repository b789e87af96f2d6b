package org.bodywork.bookings.directory;

import java.util.Collection;
import java.util.List;
import org.bodywork.platform.events.EventJson;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How copies are stored: the published state as it came, under {@code state}, beside its {@code sequence}. */
final class Copies {

    static final String LISTINGS = "listings";
    static final String PRACTICES = "practices";

    /** When a therapist is busy by a calendar elsewhere, beside the listing: it comes from another side. */
    static final String BUSY_ELSEWHERE = "busyElsewhere";

    /** Wherever a therapist was ever listed, beside the listing: visits may stand there for a while. */
    static final String PRACTICES_EVER = "practicesEver";

    private static final String STATE = "state";

    /** The name of a listing in addresses. */
    static final String SLUG = STATE + ".slug";

    private Copies() {}

    static Update of(String json) {
        return new Update().set(STATE, Document.parse(json));
    }

    static <T> Mono<T> read(ReactiveMongoTemplate mongo, String collection, String id, Class<T> shape) {
        return find(mongo, collection, List.of(id)).next().map(copy -> stateOf(copy, shape));
    }

    static Flux<Document> find(ReactiveMongoTemplate mongo, String collection, Collection<String> ids) {
        Query byId = Query.query(Criteria.where("_id").in(ids));
        byId.fields().include(STATE, BUSY_ELSEWHERE, PRACTICES_EVER);
        return mongo.find(byId, Document.class, collection);
    }

    static <T> T stateOf(Document copy, Class<T> shape) {
        return EventJson.read(copy.get(STATE, Document.class).toJson(), shape);
    }

    /** Of each only the fields named, which is all that the shape may ask for. */
    static <T> Flux<T> readAll(
            ReactiveMongoTemplate mongo, String collection, Query which, List<String> fields, Class<T> shape) {
        fields.forEach(field -> which.fields().include(STATE + "." + field));
        return mongo.find(which, Document.class, collection)
                .map(copy -> EventJson.read(copy.get(STATE, Document.class).toJson(), shape));
    }
}
