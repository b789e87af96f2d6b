package org.bodywork.bookings.checkpoint;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bodywork.bookings.appointment.application.VisitSequences;
import org.bodywork.bookings.appointment.application.VisitSequences.VisitSequence;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.due.DueHandler;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.time.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Sends a checkpoint when one is due. Each scope is one document of due work, so however many instances run it goes out
 * once; dying in the middle has it sent from its beginning again, which tells nobody anything wrong.
 */
final class Checkpoints implements DueHandler {

    static final String COLLECTION = "checkpoints";

    private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);

    private final VisitSequences visits;
    private final Consumer<List<Event>> publisher;
    private final ReactiveMongoTemplate mongo;
    private final BusinessClock clock;

    /**
     * Sends by that publisher.
     *
     * @param publisher returns once the broker has them; may block
     */
    Checkpoints(
            VisitSequences visits, Consumer<List<Event>> publisher, ReactiveMongoTemplate mongo, BusinessClock clock) {
        this.visits = visits;
        this.publisher = publisher;
        this.mongo = mongo;
        this.clock = clock;
    }

    /** When each is due for the first time, by the name of its scope. */
    Map<String, Instant> due() {
        return Arrays.stream(Scope.values())
                .collect(Collectors.toMap(Enum::name, scope -> scope.nextAfter(clock.now())));
    }

    @Override
    public Mono<Void> handle(Claimed work) {
        Scope scope = Scope.valueOf(work.id().toString());
        Instant now = clock.now();
        return send(scope, now).then(Mono.defer(() -> plan(scope.nextAfter(now), work)));
    }

    private Mono<Void> send(Scope scope, Instant now) {
        Instant from = now.minus(Scope.RECENTLY);
        return switch (scope) {
            case RECENT -> send(scope, now, visits.countToldSince(from), visits.toldSince(from));
            case LIVE -> send(scope, now, visits.countLive(), visits.live());
        };
    }

    /** Counted first, so that every part can name their number; what comes to be meanwhile is told by its own event. */
    private Mono<Void> send(Scope scope, Instant at, Mono<Long> count, Flux<VisitSequence> all) {
        return count.flatMap(many -> {
            long parts = Math.max(1, Math.ceilDiv(many, (long) AppointmentCheckpoint.MOST));
            return all.take(many)
                    .buffer(AppointmentCheckpoint.MOST)
                    .defaultIfEmpty(List.of())
                    .index()
                    .map(page -> new AppointmentCheckpoint(at, page.getT1() + 1, parts, scope.wireName(), page.getT2()))
                    .concatMap(this::publish)
                    .then(Mono.fromRunnable(() -> log.atInfo()
                            .addKeyValue("scope", scope.wireName())
                            .addKeyValue("visits", many)
                            .log("Checkpoint sent")));
        });
    }

    private Mono<Void> publish(AppointmentCheckpoint checkpoint) {
        return Mono.<Void>fromRunnable(() -> publisher.accept(List.of(checkpoint.event())))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<Void> plan(Instant next, Claimed work) {
        Query stillOurs = Query.query(where("_id").is(work.id()).and("claim").is(work.token()));
        Update planning = new Update()
                .set("due", next)
                .unset("claim")
                .unset("claimableFrom")
                .unset("attempts");
        return mongo.updateFirst(stillOurs, planning, COLLECTION).then();
    }
}
