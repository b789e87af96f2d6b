package org.bodywork.bookings.appointment.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

/**
 * Adds at every start what documents of before lack: the time at which something is next to be done about a visit, and
 * what openings are found by. Both are looked for by an index, and mostly nothing is found.
 */
final class OlderVisits implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OlderVisits.class);

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PATIENCE_WITH_ALL = Duration.ofMinutes(30);
    private static final int AT_ONCE = 8;

    private final ReactiveMongoTemplate mongo;
    private final AppointmentMapping mapping;
    private final BusinessClock clock;
    private volatile boolean done;

    OlderVisits(ReactiveMongoTemplate mongo, AppointmentMapping mapping, BusinessClock clock) {
        this.mongo = mongo;
        this.mapping = mapping;
        this.clock = clock;
    }

    @Override
    public void start() {
        Query waitingForNothing = Query.query(where("kind")
                .is(AppointmentDocument.VISIT)
                .and("client")
                .exists(true)
                .and("due")
                .exists(false));
        mongo.updateMulti(waitingForNothing, new Update().set("due", clock.now()), AppointmentDocument.COLLECTION)
                .block(PATIENCE);
        addWhatTheyTake().block(PATIENCE_WITH_ALL);
        done = true;
    }

    /** Unless it has changed meanwhile: then another instance has added it. */
    Mono<Void> addWhatTheyTake() {
        return mongo.find(Query.query(where(TakenText.WHERE).isNull()), Document.class, AppointmentDocument.COLLECTION)
                .flatMap(this::addWhatItTakes, AT_ONCE)
                .then();
    }

    private Mono<Void> addWhatItTakes(Document stored) {
        return Mono.defer(() -> {
                    Update update = new Update();
                    TakenText.of(mapping.holder(stored, mongo.getConverter())).into(update);
                    Query unchanged = Query.query(
                            where("_id").is(stored.get("_id")).and("version").is(stored.get("version")));
                    return mongo.updateFirst(unchanged, update, AppointmentDocument.COLLECTION);
                })
                .onErrorResume(IllegalArgumentException.class, error -> {
                    log.warn("cannot tell what {} takes: {}", stored.get("_id"), error.toString());
                    return Mono.empty();
                })
                .then();
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /** After indexes and business time are there, before due work begins. */
    @Override
    public int getPhase() {
        return 20;
    }
}
