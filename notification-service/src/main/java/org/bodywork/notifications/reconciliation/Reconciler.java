package org.bodywork.notifications.reconciliation;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.bodywork.notifications.notification.application.Checkpoint;
import org.bodywork.notifications.notification.application.Checkpoint.Reached;
import org.bodywork.notifications.notification.application.MendPlans;
import org.bodywork.notifications.notification.application.Reconciliation;
import org.bodywork.notifications.notification.application.Visits;
import org.bodywork.notifications.notification.application.Visits.Position;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.kafka.Publisher;
import org.bodywork.platform.republish.RepublishRequested;
import org.bodywork.platform.time.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Compares what is known with what there is: with the checkpoints, a minute after each came, and hourly all upcoming visits
 * with the ledger, a page at a time. What was missed is asked for, what was not planned is planned, and both are counted.
 */
final class Reconciler implements Reconciliation {

    static final String QUEUE = "reconciliation";

    /** What is on its way may still arrive. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final Duration SWEEPS_EVERY = Duration.ofHours(1);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

    private final ReactiveMongoTemplate mongo;
    private final Visits visits;
    private final MendPlans mendPlans;
    private final Publisher publisher;
    private final Beginnings beginnings;
    private final BusinessClock clock;
    private final Counter missedVisits;
    private final Counter missedMessages;

    Reconciler(
            ReactiveMongoTemplate mongo,
            Visits visits,
            MendPlans mendPlans,
            Publisher publisher,
            Beginnings beginnings,
            BusinessClock clock,
            MeterRegistry meters) {
        this.mongo = mongo;
        this.visits = visits;
        this.mendPlans = mendPlans;
        this.publisher = publisher;
        this.beginnings = beginnings;
        this.clock = clock;
        this.missedVisits = meters.counter("reconciler.differences", "what", "visit");
        this.missedMessages = meters.counter("reconciler.differences", "what", "message");
    }

    @Override
    public Mono<Instant> since() {
        return beginnings.since();
    }

    /** Keeps what is not known yet, to look again in a minute. */
    @Override
    public Mono<Void> compare(Checkpoint checkpoint) {
        return unknown(checkpoint.visits())
                .filter(missing -> !missing.isEmpty())
                .flatMap(missing -> mongo.insert(
                        Task.toCompare(checkpoint.name(), missing, clock.now().plus(GRACE)), Task.COLLECTION))
                .then()
                .onErrorComplete(DuplicateKeyException.class);
    }

    Mono<Void> work(Claimed work) {
        Task task = mongo.getConverter().read(Task.class, work.document());
        return task.isSweep()
                ? sweep(task.positionOr(clock.now())).flatMap(page -> goOn(page, work))
                : unknown(task.reached()).flatMap(this::askFor).then(Mono.defer(() -> done(work)));
    }

    private Mono<List<Reached>> unknown(List<Reached> reached) {
        return Flux.fromIterable(reached)
                .filterWhen(each -> visits.knows(each.id(), each.sequence()).map(known -> !known))
                .collectList();
    }

    private Mono<Void> askFor(List<Reached> missing) {
        if (missing.isEmpty()) {
            return Mono.empty();
        }
        List<String> ids =
                missing.stream().map(each -> each.id().value()).distinct().toList();
        return Mono.fromRunnable(() -> {
                    publisher.publish(
                            List.of(new RepublishRequested("appointments", ids, "notification-service")
                                    .event(clock.now())),
                            PATIENCE);
                    missedVisits.increment(ids.size());
                    log.atWarn()
                            .addKeyValue("visits", ids.size())
                            .log("Visits had not been heard of and were asked for");
                })
                // The publisher waits for the broker.
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    /** The visits of the next page. */
    private Mono<List<Visit>> sweep(Position from) {
        return visits.confirmedAfter(from, MendPlans.PAGE)
                .collectList()
                .flatMap(page -> mendPlans
                        .of(page)
                        .doOnNext(mended -> count(mended.differences()))
                        .thenReturn(page));
    }

    private void count(int differences) {
        if (differences > 0) {
            missedMessages.increment(differences);
            log.atWarn().addKeyValue("messages", differences).log("Messages had not been planned as they should be");
        }
    }

    private Mono<Void> goOn(List<Visit> page, Claimed work) {
        return page.size() < MendPlans.PAGE
                ? forgetOldPlaces(clock.now()).then(Mono.defer(() -> again(work)))
                : update(
                        work,
                        Task.sweptUntil(Position.of(page.getLast()))
                                // What has been due meanwhile has its turn before the next page.
                                .set("due", clock.now()));
    }

    /** A place is taken for a week at the most; a little longer does no harm. */
    private Mono<Void> forgetOldPlaces(Instant now) {
        String old = now.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(14).toString();
        return mongo.remove(Query.query(where("day").lt(old)), "reminderPlaces").then();
    }

    private Mono<Void> again(Claimed work) {
        return update(work, Task.sweptAll().set("due", clock.now().plus(SWEEPS_EVERY)));
    }

    private Mono<Void> update(Claimed work, Update next) {
        Update free = next.unset("claim").unset("claimableFrom").unset("attempts");
        return mongo.updateFirst(stillOurs(work), free, Task.COLLECTION).then();
    }

    private Mono<Void> done(Claimed work) {
        return mongo.remove(stillOurs(work), Task.COLLECTION).then();
    }

    private static Query stillOurs(Claimed work) {
        return Query.query(where("_id").is(work.id()).and("claim").is(work.token()));
    }
}
