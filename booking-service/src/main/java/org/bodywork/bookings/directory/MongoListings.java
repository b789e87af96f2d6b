package org.bodywork.bookings.directory;

import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class MongoListings implements Listings {

    private final ReactiveMongoTemplate mongo;

    MongoListings(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Listing> byId(TherapistId id) {
        return Copies.read(mongo, Copies.LISTINGS, id.toString(), TherapistChanged.class)
                .map(TherapistChanged::listing)
                .switchIfEmpty(Mono.error(NotOffered.NoSuchTherapist::new));
    }
}
