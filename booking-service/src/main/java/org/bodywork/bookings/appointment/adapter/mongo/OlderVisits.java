package org.bodywork.bookings.appointment.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Makes due at every start what has no such time: visits from before there was an archive to go to. */
final class OlderVisits implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ReactiveMongoTemplate mongo;
    private final BusinessClock clock;
    private volatile boolean done;

    OlderVisits(ReactiveMongoTemplate mongo, BusinessClock clock) {
        this.mongo = mongo;
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
        done = true;
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
