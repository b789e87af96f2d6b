package org.bodywork.notifications.notification.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.stream.IntStream;
import org.bodywork.notifications.delivery.domain.AddressDigest;
import org.bodywork.notifications.notification.application.ReminderCaps;
import org.bodywork.notifications.notification.domain.NotificationId;
import org.bodywork.notifications.notification.domain.Reason;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Each place a number has is a document with a name of its own, so whoever inserts it has it and nobody can have it too:
 * one for the day, three for the week from Monday to Sunday.
 */
final class MongoReminderCaps implements ReminderCaps {

    static final String COLLECTION = "reminderPlaces";

    private static final int A_WEEK = 3;

    private final ReactiveMongoTemplate mongo;
    private final AddressDigest digest;

    MongoReminderCaps(ReactiveMongoTemplate mongo, AddressDigest digest) {
        this.mongo = mongo;
        this.digest = digest;
    }

    @Override
    public Mono<Reason> objectionTo(NotificationId message, String number, LocalDate day) {
        String whose = digest.of(number);
        Place today = new Place(whose + "|" + day, message, day);
        return take(today).flatMap(taken -> taken ? week(today, whose) : Mono.just(Reason.DAILY_CAP));
    }

    private Mono<Reason> week(Place today, String whose) {
        String week = "%s|%d-W%d"
                .formatted(
                        whose,
                        today.day().get(IsoFields.WEEK_BASED_YEAR),
                        today.day().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        return Flux.fromStream(() -> IntStream.rangeClosed(1, A_WEEK).boxed())
                .concatMap(number -> take(new Place(week + "#" + number, today.message(), today.day())))
                .any(taken -> taken)
                .flatMap(taken -> taken ? Mono.empty() : giveBack(today).thenReturn(Reason.WEEKLY_CAP));
    }

    /** Whether the place is this message's, from now on or since an earlier attempt. */
    private Mono<Boolean> take(Place place) {
        Document document = new Document("_id", place.name())
                .append("message", place.message().value())
                .append("day", place.day().toString());
        return mongo.insert(document, COLLECTION)
                .thenReturn(true)
                .onErrorResume(DuplicateKeyException.class, _ -> isOurs(place));
    }

    private Mono<Boolean> isOurs(Place place) {
        return mongo.exists(ours(place), COLLECTION);
    }

    private Mono<Void> giveBack(Place place) {
        return mongo.remove(ours(place), COLLECTION).then();
    }

    private static Query ours(Place place) {
        return Query.query(
                where("_id").is(place.name()).and("message").is(place.message().value()));
    }

    /** One of the places a number has. */
    private record Place(String name, NotificationId message, LocalDate day) {}
}
