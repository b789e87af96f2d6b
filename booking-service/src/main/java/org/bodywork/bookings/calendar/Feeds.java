package org.bodywork.bookings.calendar;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.temporal.ChronoUnit;
import java.util.function.LongFunction;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.crypto.Digests;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Which therapists let others fetch their calendar, and by which secret. */
final class Feeds {

    private static final int MOST_TRIES = 5;

    private final ReactiveMongoTemplate mongo;
    private final ManageLinks links;
    private final BusinessClock clock;

    Feeds(ReactiveMongoTemplate mongo, ManageLinks links, BusinessClock clock) {
        this.mongo = mongo;
        this.links = links;
        this.clock = clock;
    }

    /** Fails with {@link NoFeed} when it may not be fetched. */
    Mono<Feed> of(TherapistId therapist) {
        return stored(therapist).filter(Feed::open).switchIfEmpty(Mono.error(NoFeed::new));
    }

    /** Whose calendar that secret opens. Fails with {@link NoFeed} when it opens none, or none any more. */
    Mono<TherapistId> openedBy(String secret) {
        return mongo.findOne(
                        Query.query(where("secretHash").is(Digests.sha256Hex(secret))), Feed.class, Feed.COLLECTION)
                .map(feed -> TherapistId.of(feed.id()))
                .switchIfEmpty(Mono.error(NoFeed::new));
    }

    /** A fresh secret; the one before opens nothing any more. */
    Mono<Feed> renew(TherapistId therapist) {
        return next(therapist, version -> Digests.sha256Hex(links.calendarSecretOf(therapist, version)));
    }

    /** Nobody may fetch it any more. */
    Mono<Void> close(TherapistId therapist) {
        return stored(therapist)
                .filter(Feed::open)
                .flatMap(_ -> next(therapist, _ -> null))
                .then();
    }

    private Mono<Feed> next(TherapistId therapist, LongFunction<@Nullable String> hashOf) {
        return stored(therapist)
                .defaultIfEmpty(new Feed(therapist.toString(), 0, null, clock.now()))
                .flatMap(present -> replace(
                        present,
                        new Feed(
                                present.id(),
                                present.version() + 1,
                                hashOf.apply(present.version() + 1),
                                clock.now().truncatedTo(ChronoUnit.MILLIS))))
                // Somebody else was faster, or has just made the first.
                .retryWhen(Retry.max(MOST_TRIES)
                        .filter(error -> error instanceof Overtaken || error instanceof DuplicateKeyException));
    }

    private Mono<Feed> replace(Feed present, Feed next) {
        if (present.version() == 0) {
            return mongo.insert(next, Feed.COLLECTION);
        }
        Update update = new Update().set("version", next.version()).set("since", next.since());
        if (next.secretHash() == null) {
            update.unset("secretHash");
        } else {
            update.set("secretHash", next.secretHash());
        }
        Query asSeen = Query.query(where("_id").is(present.id()).and("version").is(present.version()));
        return mongo.updateFirst(asSeen, update, Feed.COLLECTION)
                .filter(result -> result.getMatchedCount() == 1)
                .switchIfEmpty(Mono.error(Overtaken::new))
                .thenReturn(next);
    }

    private Mono<Feed> stored(TherapistId therapist) {
        return Mono.defer(() -> mongo.findById(therapist.toString(), Feed.class, Feed.COLLECTION));
    }

    private static final class Overtaken extends RuntimeException {
        Overtaken() {
            super("overtaken", null, false, false);
        }
    }
}
