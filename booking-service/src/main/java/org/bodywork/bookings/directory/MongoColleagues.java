package org.bodywork.bookings.directory;

import org.bodywork.bookings.numbers.application.Workforce;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Finds listings by their practice, from an index. */
@Component
final class MongoColleagues implements Workforce {

    static final String PRACTICE = "state.practiceId";

    private final ReactiveMongoTemplate mongo;

    MongoColleagues(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Flux<Listing> at(PracticeId practice) {
        return mongo.find(
                        Query.query(Criteria.where(PRACTICE).is(practice.toString())), Document.class, Copies.LISTINGS)
                .map(copy -> Copies.stateOf(copy, TherapistChanged.class).listing());
    }
}
