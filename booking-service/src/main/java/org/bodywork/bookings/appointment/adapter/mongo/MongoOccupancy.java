package org.bodywork.bookings.appointment.adapter.mongo;

import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bodywork.bookings.appointment.domain.Block;
import org.bodywork.bookings.opening.application.Occupancy;
import org.bodywork.bookings.opening.domain.BusyTimes;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Mono;

/**
 * Reads what is taken by where it is and on which day it begins: one look into one index, for one therapist or for fifty.
 *
 * <p>What keeps visits apart are the keys in {@code occupied}; looking for these would take a look for each therapist and
 * each room, and most of an answer would be keys. Visits of colleagues come along, for the rooms that all of them use.
 */
final class MongoOccupancy implements Occupancy {

    /** All that there is, in one answer. */
    private static final int AT_ONCE = 10_000;

    /** Nothing lasts longer with its buffer, so whatever reaches into a span has begun no earlier before it. */
    private static final Duration LONGEST = Block.LONGEST;

    /** Nothing that the index would not know. */
    static final Bson TAKEN = Projections.fields(Projections.excludeId(), Projections.include(TakenText.WHAT));

    private final ReactiveMongoTemplate mongo;

    MongoOccupancy(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<BusyTimes> of(Collection<Listing> listings, TimeSpan span, Instant now) {
        Bson query = deciding(listings, span);
        return mongo.getCollection(AppointmentDocument.COLLECTION)
                .flatMapMany(all ->
                        all.find(query, RawBsonDocument.class).projection(TAKEN).batchSize(AT_ONCE))
                .flatMapIterable(TakenText::read)
                .collectList()
                .map(taken -> BusyTimes.ofTimes(taken, now));
    }

    static Bson deciding(Collection<Listing> listings, TimeSpan span) {
        List<PracticeId> practices = listings.stream()
                .flatMap(listing -> listing.practices().stream())
                .distinct()
                .toList();
        return TakenText.within(practices, new TimeSpan(span.from().minus(LONGEST), span.until()));
    }
}
