package org.bodywork.therapists.review.adapter.mongo;

import java.time.Instant;
import java.util.UUID;
import org.bodywork.platform.consumption.GuardedWrites;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.review.application.CompletedVisits;
import org.bodywork.therapists.review.domain.CompletedVisit;
import org.bodywork.therapists.review.domain.TokenHash;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

final class MongoCompletedVisits implements CompletedVisits {

    static final String COLLECTION = "completedVisits";

    private final ReactiveMongoTemplate mongo;
    private final GuardedWrites writes;

    MongoCompletedVisits(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
        this.writes = new GuardedWrites(mongo);
    }

    @Override
    public Mono<CompletedVisit> withToken(TokenHash token) {
        return mongo.findOne(
                        Query.query(Criteria.where("tokenHash").is(token.value())),
                        CompletedVisitDocument.class,
                        COLLECTION)
                .map(CompletedVisitDocument::visit);
    }

    @Override
    public Mono<Void> forget(String appointment) {
        return mongo.remove(Query.query(Criteria.where("_id").is(appointment)), COLLECTION)
                .then();
    }

    @Override
    public Mono<Void> note(String appointment, long sequence, CompletedVisit visit) {
        Update state = new Update()
                .set("tokenHash", visit.token().value())
                .set("therapistId", visit.therapist().toString())
                .set("completedAt", visit.completedAt());
        return writes.upsertIfNewer(COLLECTION, appointment, sequence, state).then();
    }

    /**
     * What is known of a completed visit: when, and with whom, but not whose it was.
     *
     * @param id of the appointment
     */
    record CompletedVisitDocument(
            @Id String id, long sequence, String tokenHash, String therapistId, Instant completedAt) {

        CompletedVisit visit() {
            return new CompletedVisit(
                    new TokenHash(tokenHash), new TherapistId(UUID.fromString(therapistId)), completedAt);
        }
    }
}
