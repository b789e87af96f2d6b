package org.bodywork.bookings.directory;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.bodywork.bookings.opening.application.KnownTherapists;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.OutsideTimes;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class MongoListings implements Listings, KnownTherapists {

    private final ReactiveMongoTemplate mongo;

    MongoListings(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Listing> byId(TherapistId id) {
        return Copies.find(mongo, Copies.LISTINGS, List.of(id.toString()))
                .next()
                .map(MongoListings::listing)
                .switchIfEmpty(Mono.error(NotOffered.NoSuchTherapist::new));
    }

    @Override
    public Flux<Listing> byIds(Collection<TherapistId> ids) {
        return Copies.find(
                        mongo,
                        Copies.LISTINGS,
                        ids.stream().map(TherapistId::toString).toList())
                .map(MongoListings::listing);
    }

    @Override
    public Flux<TherapistId> all() {
        Query everybody = new Query();
        everybody.fields().include("_id");
        return mongo.find(everybody, Document.class, Copies.LISTINGS)
                .map(copy -> TherapistId.of(copy.getString("_id")));
    }

    private static Listing listing(Document copy) {
        Listing listing = Copies.stateOf(copy, TherapistChanged.class)
                .listing()
                .formerlyAt(copy.getList(Copies.PRACTICES_EVER, String.class, List.of()).stream()
                        .map(PracticeId::of)
                        .collect(Collectors.toSet()));
        List<Integer> busy = copy.getList(Copies.BUSY_ELSEWHERE, Integer.class);
        return busy == null ? listing : listing.busyElsewhere(OutsideTimes.ofBounds(busy));
    }
}
