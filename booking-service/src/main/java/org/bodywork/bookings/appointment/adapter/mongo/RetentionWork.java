package org.bodywork.bookings.appointment.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.due.DueHandler;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

/** Drops from the archive what has been kept for long enough. */
final class RetentionWork implements DueHandler {

    private static final List<String> ENDING = List.of("at", "by", "action", "from", "to", "start");

    private final ReactiveMongoTemplate mongo;
    private final MongoConverter converter;
    private final AppointmentMapping mapping;
    private final Retention retention;
    private final BusinessClock clock;

    RetentionWork(ReactiveMongoTemplate mongo, AppointmentMapping mapping, Retention retention, BusinessClock clock) {
        this.mongo = mongo;
        this.converter = mongo.getConverter();
        this.mapping = mapping;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public Mono<Void> handle(Claimed work) {
        AppointmentState archived = mapping.appointment(converter.read(AppointmentDocument.class, work.document()))
                .state();
        Query stillOurs = query(where("_id").is(work.id()).and("claim").is(work.token()));
        if (!retention.endsAt(archived).isAfter(clock.now())) {
            return mongo.remove(stillOurs, MongoArchive.COLLECTION).then();
        }
        Update update = new Update().set("due", retention.endsAt(archived));
        MongoAppointments.CLAIM_FIELDS.forEach(update::unset);
        if (retention.auditEndsAt(archived).isAfter(clock.now())) {
            // It was kept for a shorter time when it came here.
            update.set("due", retention.looksFirstAt(archived));
        } else {
            update.set("audit", List.of(howItEnded(work.document())));
        }
        return mongo.updateFirst(stillOurs, update, MongoArchive.COLLECTION).then();
    }

    /** Nobody is named any more, and no words of anybody's are left. */
    private static Document howItEnded(Document archived) {
        Document last = archived.getList("audit", Document.class).getLast();
        Document kept = new Document();
        ENDING.stream().filter(last::containsKey).forEach(field -> kept.append(field, last.get(field)));
        return kept;
    }
}
