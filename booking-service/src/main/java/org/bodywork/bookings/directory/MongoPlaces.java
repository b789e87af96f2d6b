package org.bodywork.bookings.directory;

import org.bodywork.bookings.appointment.application.Place;
import org.bodywork.bookings.appointment.application.Places;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class MongoPlaces implements Places {

    private final ReactiveMongoTemplate mongo;

    MongoPlaces(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Place> at(PracticeId practice, LocationId location) {
        return Copies.read(mongo, Copies.PRACTICES, practice.toString(), PracticeChanged.class)
                .mapNotNull(changed -> changed.place(location).orElse(null))
                .defaultIfEmpty(Place.unknown(location));
    }
}
