package org.bodywork.notifications.notification.adapter.mongo;

import org.bodywork.notifications.notification.application.Visits;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.platform.consumption.GuardedWrites;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
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
        return mongo.findById(id.value(), VisitDocument.class, VisitDocument.COLLECTION)
                .map(VisitDocument::asVisit);
    }

    @Override
    public Mono<Void> remember(Visit visit) {
        return writes.upsertIfNewer(
                        VisitDocument.COLLECTION, visit.id().value(), visit.sequence(), VisitDocument.stateOf(visit))
                .then();
    }
}
