package org.bodywork.notifications.notification.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import org.bodywork.notifications.notification.application.Visits;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.bodywork.notifications.notification.domain.TherapistId;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.bodywork.platform.consumption.GuardedWrites;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class MongoVisits implements Visits {

    private final ReactiveMongoTemplate mongo;
    private final GuardedWrites writes;

    MongoVisits(ReactiveMongoTemplate mongo, GuardedWrites writes) {
        this.mongo = mongo;
        this.writes = writes;
    }

    @Override
    public Mono<Visit> find(AppointmentId id) {
        // One that was forgotten before anything was told of it has no practice.
        Query told = Query.query(where("_id").is(id.value()).and("practiceId").exists(true));
        return mongo.findOne(told, VisitDocument.class, VisitDocument.COLLECTION)
                .map(VisitDocument::asVisit);
    }

    @Override
    public Mono<Known> known(AppointmentId id) {
        return mongo.findById(id.value(), Document.class, VisitDocument.COLLECTION)
                .map(stored -> new Known(
                        stored.get("sequence", Number.class).longValue(),
                        stored.containsKey("practiceId")
                                ? mongo.getConverter()
                                        .read(VisitDocument.class, stored)
                                        .asVisit()
                                : null));
    }

    @Override
    public Flux<Visit> confirmedAfter(Position position, int most) {
        return found(Query.query(after(position, where("status").is(VisitStatus.CONFIRMED.name())))
                .limit(most));
    }

    @Override
    public Flux<Visit> at(PracticeId practice, Position after, int most) {
        Criteria theirs = where("practiceId")
                .is(practice.value())
                .and("status")
                .in(VisitStatus.CONFIRMED.name(), VisitStatus.COMPLETED.name());
        return found(Query.query(after(after, theirs)).limit(most));
    }

    /** What stands before the position is not looked at: the index begins there. */
    private static Criteria after(Position position, Criteria which) {
        return which.and("start")
                .gte(position.start())
                .orOperator(where("start").gt(position.start()), where("_id").gt(position.id()));
    }

    @Override
    public Flux<Visit> confirmedWith(TherapistId therapist, Instant from, Instant until) {
        return found(Query.query(where("therapistId")
                .is(therapist.value())
                .and("start")
                .gte(from)
                .lt(until)
                .and("status")
                .is(VisitStatus.CONFIRMED.name())));
    }

    @Override
    public Flux<Visit> ofSeries(String series) {
        return found(Query.query(where("seriesId").is(series)));
    }

    @Override
    public Flux<AppointmentId> otherThanVisitsOf(String clientRef) {
        return mongo.find(Query.query(where("clientRef").is(clientRef)), Document.class, VisitDocument.COLLECTION)
                .map(stored -> new AppointmentId(stored.getString("_id")));
    }

    private Flux<Visit> found(Query which) {
        return mongo.find(which.with(Sort.by("start", "_id")), VisitDocument.class, VisitDocument.COLLECTION)
                .map(VisitDocument::asVisit);
    }

    @Override
    public Mono<Boolean> knows(AppointmentId id, long sequence) {
        Query known = Query.query(where("_id").is(id.value()).and("sequence").gte(sequence));
        return mongo.exists(known, VisitDocument.COLLECTION);
    }

    @Override
    public Mono<Void> forgetClient(AppointmentId id) {
        Query it = Query.query(where("_id").is(id.value()));
        return mongo.upsert(it, VisitDocument.forgotten(), VisitDocument.COLLECTION)
                .then();
    }

    @Override
    public Mono<Void> remember(Visit visit) {
        return writes.upsertIfNewer(
                        VisitDocument.COLLECTION, visit.id().value(), visit.sequence(), VisitDocument.stateOf(visit))
                .then();
    }
}
