package org.bodywork.therapists.schedule.adapter.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bodywork.platform.consumption.GuardedWrites;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.therapists.listing.domain.LocationId;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.schedule.application.BookedVisits;
import org.bodywork.therapists.schedule.domain.BookedVisit;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Visits that stand, by their therapist. One that ended is no therapist's any more; it is kept only for as long as an
 * older state of it may still come from the topic and would stand it up again.
 */
@Component
final class MongoBookedVisits implements BookedVisits {

    static final String COLLECTION = "visits";

    /** A day longer than the topic keeps anything. */
    private static final Duration STRAGGLERS = Duration.ofDays(8);

    private final ReactiveMongoTemplate mongo;
    private final GuardedWrites writes;

    MongoBookedVisits(ReactiveMongoTemplate mongo, GuardedWrites writes) {
        this.mongo = mongo;
        this.writes = writes;
    }

    static CollectionIndexes indexes() {
        return new CollectionIndexes(
                COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending("therapistId", "end")),
                        new IndexModel(Indexes.ascending("forgetAt"))));
    }

    @Override
    public Flux<BookedVisit> of(TherapistId therapist, Instant endingAfter) {
        Criteria standing = Criteria.where("therapistId")
                .is(therapist.toString())
                .and("end")
                .gt(endingAfter);
        return mongo.find(Query.query(standing).with(Sort.by("start", "_id")), Standing.class, COLLECTION)
                .map(Standing::visit);
    }

    @Override
    public Mono<Void> stands(TherapistId therapist, BookedVisit visit, long sequence) {
        Update standing = new Update()
                .set("therapistId", therapist.toString())
                .set("locationId", visit.location().toString())
                .set("start", visit.start())
                .set("end", visit.end())
                .set("status", visit.status())
                .set("forgetAt", visit.end().plus(STRAGGLERS));
        return writes.upsertIfNewer(COLLECTION, visit.id().toString(), sequence, standing)
                .then();
    }

    @Override
    public Mono<Void> ended(UUID visit, long sequence, Instant at) {
        Update gone = new Update().unset("therapistId").set("forgetAt", at.plus(STRAGGLERS));
        return writes.upsertIfNewer(COLLECTION, visit.toString(), sequence, gone)
                .then(Mono.defer(() -> forgetUpTo(at)));
    }

    /** Visits end all the time, so nothing else is needed to keep the collection small. */
    private Mono<Void> forgetUpTo(Instant now) {
        return mongo.remove(Query.query(Criteria.where("forgetAt").lt(now)), COLLECTION)
                .then();
    }

    private record Standing(@Id String id, String locationId, Instant start, Instant end, String status) {

        BookedVisit visit() {
            return new BookedVisit(
                    UUID.fromString(id), new LocationId(UUID.fromString(locationId)), start, end, status);
        }
    }
}
