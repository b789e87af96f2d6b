package org.bodywork.bookings.appointment.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bodywork.bookings.opening.application.Occupancy;
import org.bodywork.bookings.opening.domain.BusyTimes;
import org.bodywork.bookings.opening.domain.Claim;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Mono;

/** Reads from the index of {@code occupied} only what lies within the span, so history costs nothing. */
final class MongoOccupancy implements Occupancy {

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
        return mongo.find(query, TakenTime.class, AppointmentDocument.COLLECTION)
                .flatMapIterable(TakenTime::claims)
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
