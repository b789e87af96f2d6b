package org.bodywork.bookings.appointment.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.domain.Block;
import org.bodywork.bookings.opening.application.Occupancy;
import org.bodywork.bookings.opening.domain.BusyTimes;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.TakenTime;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.opening.domain.Workplace;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads what is taken by whose it is and when it begins: three looks into indexes, for one therapist or for fifty. The
 * indexes themselves say what each document takes, so none is looked up.
 *
 * <p>What keeps visits apart are the keys in {@code occupied}; looking for these would take a look for each therapist and
 * each room, and most of an answer would be keys.
 */
final class MongoOccupancy implements Occupancy {

    /** All that there is, in one answer. */
    private static final int AT_ONCE = 10_000;

    /** Nothing lasts longer with its buffer, so whatever reaches into a span has begun no earlier before it. */
    private static final Duration LONGEST = Block.LONGEST;

    static final Bson TAKEN = Projections.fields(Projections.excludeId(), Projections.include(TakenText.FIELD));

    /** Of documents from before they said it in one text. */
    private static final Bson OF_BEFORE =
            Projections.fields(Projections.excludeId(), Projections.include(StoredTime.FIELDS));

    private final ReactiveMongoTemplate mongo;

    MongoOccupancy(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<BusyTimes> of(Collection<Listing> listings, TimeSpan span, Instant now) {
        Bson query = deciding(listings, span);
        return find(query, TAKEN)
                .map(TakenText::read)
                .collectList()
                .filter(all -> all.stream().allMatch(Optional::isPresent))
                .map(all -> all.stream().flatMap(Optional::stream).toList())
                .switchIfEmpty(Mono.defer(() -> takenByThoseOfBefore(query)))
                .map(all -> BusyTimes.ofTimes(all.stream().flatMap(List::stream).toList(), now));
    }

    private Mono<List<List<TakenTime>>> takenByThoseOfBefore(Bson query) {
        return find(query, OF_BEFORE)
                .map(stored -> StoredTime.read(stored).taken())
                .collectList();
    }

    private Flux<RawBsonDocument> find(Bson query, Bson fields) {
        return mongo.getCollection(AppointmentDocument.COLLECTION)
                .flatMapMany(all -> all.find(query, RawBsonDocument.class)
                        .projection(fields)
                        .batchSize(AT_ONCE));
    }

    /** Visits of colleagues come along, for the rooms that all of them use. */
    static Bson deciding(Collection<Listing> listings, TimeSpan span) {
        List<Bson> ways = new ArrayList<>();
        ways.add(and(
                in("parts.therapistId", texts(listings.stream().map(Listing::id))), beginningAround("start", span)));
        List<String> practices = texts(listings.stream()
                .flatMap(listing -> listing.workplaces().stream())
                .filter(place -> !place.rooms().isEmpty())
                .map(Workplace::practice));
        if (!practices.isEmpty()) {
            ways.add(and(in("practiceId", practices), beginningAround("start", span)));
        }
        ways.add(beginningAround("wanted.start", span));
        return or(ways);
    }

    private static Bson beginningAround(String start, TimeSpan span) {
        return and(gte(start, span.from().minus(LONGEST)), lt(start, span.until()));
    }

    private static List<String> texts(Stream<?> ids) {
        return ids.map(Object::toString).distinct().toList();
    }
}
