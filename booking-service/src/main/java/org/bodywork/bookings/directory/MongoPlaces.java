package org.bodywork.bookings.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.bodywork.bookings.appointment.application.Place;
import org.bodywork.bookings.appointment.application.Places;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Every booking is answered with an address, and practices hardly ever move: so an address is remembered for a minute.
 * Where another instance takes a new one over, the old one is told here for as long, as if the directory had told of it
 * so much later.
 */
@Component
final class MongoPlaces implements Places {

    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);
    private static final int MOST = 2_000;

    private final ReactiveMongoTemplate mongo;
    private final Cache<String, PracticeChanged> practices = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();

    MongoPlaces(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Place> at(PracticeId practice, LocationId location) {
        return practice(practice.toString())
                .mapNotNull(changed -> changed.place(location).orElse(null))
                .defaultIfEmpty(Place.unknown(location));
    }

    void forget(String practice) {
        practices.invalidate(practice);
    }

    private Mono<PracticeChanged> practice(String id) {
        return Mono.fromSupplier(() -> practices.getIfPresent(id))
                .switchIfEmpty(Copies.read(mongo, Copies.PRACTICES, id, PracticeChanged.class)
                        .doOnNext(read -> practices.put(id, read)));
    }
}
