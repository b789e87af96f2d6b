package org.bodywork.bookings.appointment.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.appointment.application.GivenUpTimes;
import org.bodywork.platform.due.Claimed;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells what time a visit has given up, and then notes that it is told. A crash in between tells it again. */
final class TellGivenUp {

    private final ReactiveMongoTemplate mongo;
    private final MongoConverter converter;
    private final GivenUpTimes times;

    TellGivenUp(ReactiveMongoTemplate mongo, MongoConverter converter, GivenUpTimes times) {
        this.mongo = mongo;
        this.converter = converter;
        this.times = times;
    }

    static boolean isWaiting(Document visit) {
        return visit.containsKey(GivenUpDocument.FIELD);
    }

    /** What has been given up since this was claimed waits for the next look. */
    Mono<Void> tell(Claimed work, Instant nextDue) {
        List<Document> waiting = work.document().getList(GivenUpDocument.FIELD, Document.class);
        Update told = new Update().unset(GivenUpDocument.FIELD).set("due", nextDue);
        MongoAppointments.CLAIM_FIELDS.forEach(told::unset);
        return Flux.fromIterable(waiting)
                .map(each -> converter.read(GivenUpDocument.class, each).time())
                .concatMap(times::heard)
                .then(Mono.defer(() -> mongo.updateFirst(
                        query(where("_id").is(work.id()).and("claim").is(work.token())),
                        told,
                        AppointmentDocument.COLLECTION)))
                .then();
    }
}
