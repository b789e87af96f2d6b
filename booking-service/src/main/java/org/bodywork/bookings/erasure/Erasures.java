package org.bodywork.bookings.erasure;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bodywork.bookings.erasure.Erasure.ForgottenVisit;
import org.bodywork.bookings.erasure.Erasure.State;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

/** All clients who are to be forgotten, or were. */
final class Erasures {

    private static final String COLLECTION = Erasure.COLLECTION;

    private final ReactiveMongoTemplate mongo;
    private final Outbox outbox;
    private final BusinessClock clock;

    Erasures(ReactiveMongoTemplate mongo, Outbox outbox, BusinessClock clock) {
        this.mongo = mongo;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Due at once. One that is under way goes on as it is. */
    Mono<Erasure> request(String subject, String by) {
        Update anew = new Update()
                .inc("sequence", 1)
                .set("state", State.CANCELLING.name())
                .set("requestedAt", now())
                .set("requestedBy", by)
                .unset("announcedAt")
                .unset("visits")
                .unset("completed")
                .unset("completedAt")
                .set("due", now());
        Query notUnderWay = query(where("_id")
                .is(subject)
                .and("state")
                .is(State.DONE.name())
                .and("relay")
                .exists(false));
        return mongo.findAndModify(
                        notUnderWay,
                        anew,
                        FindAndModifyOptions.options().upsert(true).returnNew(true),
                        Erasure.class,
                        COLLECTION)
                .onErrorResume(DuplicateKeyException.class, _ -> of(subject));
    }

    Mono<Erasure> of(String subject) {
        return mongo.findById(subject, Erasure.class, COLLECTION);
    }

    /** Tells the other services, in the write that notes what was told. */
    Mono<Void> announce(Erasure erasure, List<ForgottenVisit> visits, Claimed work) {
        Instant at = now();
        Update announced = new Update()
                .set("state", State.ANNOUNCED.name())
                .set("announcedAt", at)
                .set("visits", visits)
                .set("due", at.plus(Duration.ofHours(24)));
        return tell(erasure, erasure.requested(visits).event(at), announced, work);
    }

    Mono<Void> complete(Erasure erasure, Claimed work) {
        Instant at = now();
        Update done = new Update()
                .set("state", State.DONE.name())
                .set("completedAt", at)
                .addToSet("completed", Erasure.OURS)
                .unset("visits")
                .unset("due");
        return tell(erasure, erasure.completedAt(at).event(), done, work);
    }

    /** Looked at again as soon as that matters. */
    Mono<Void> note(ErasureEvents.Completed completed) {
        Query asked = query(where("_id").is(completed.id()).and("sequence").is(completed.sequence()));
        Update noted = new Update().addToSet("completed", completed.service());
        Query waiting = query(where("_id")
                .is(completed.id())
                .and("sequence")
                .is(completed.sequence())
                .and("state")
                .is(State.ANNOUNCED.name()));
        return mongo.updateFirst(asked, noted, COLLECTION)
                .then(mongo.updateFirst(waiting, new Update().set("due", now()), COLLECTION))
                .then();
    }

    Mono<Void> lookAgain(Instant when, Claimed work) {
        return mongo.updateFirst(stillOurs(work), free(new Update().set("due", when)), COLLECTION)
                .then();
    }

    private Mono<Void> tell(Erasure erasure, Event event, Update update, Claimed work) {
        return Mono.defer(() -> {
            Staged staged = outbox.stage(List.of(event));
            return mongo.updateFirst(stillOurs(work), staged.into(free(update)), COLLECTION)
                    .filter(result -> result.getMatchedCount() == 1)
                    .doOnNext(_ -> outbox.nudge(COLLECTION, erasure.id(), staged))
                    .then();
        });
    }

    private static Update free(Update update) {
        return update.unset("claim").unset("claimableFrom").unset("attempts");
    }

    private static Query stillOurs(Claimed work) {
        return query(where("_id").is(work.id()).and("claim").is(work.token()));
    }

    Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
