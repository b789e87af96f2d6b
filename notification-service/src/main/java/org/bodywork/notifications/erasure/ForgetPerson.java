package org.bodywork.notifications.erasure;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bodywork.notifications.erasure.ErasureRequested.VisitState;
import org.bodywork.notifications.notification.application.Notifications;
import org.bodywork.notifications.notification.application.Visits;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.due.DueHandler;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Forgets a person: waits until everything about their visits has been heard and every message about them has ended, a
 * day at the most, and then drops contact and addresses. Each step may be done twice, so after a crash it begins again.
 */
final class ForgetPerson implements DueHandler {

    private static final Duration LOOKS_AGAIN = Duration.ofSeconds(5);

    private final Notifications notifications;
    private final Visits visits;
    private final ReactiveMongoTemplate mongo;
    private final Outbox outbox;
    private final BusinessClock clock;

    ForgetPerson(
            Notifications notifications,
            Visits visits,
            ReactiveMongoTemplate mongo,
            Outbox outbox,
            BusinessClock clock) {
        this.notifications = notifications;
        this.visits = visits;
        this.mongo = mongo;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Mono<Void> handle(Claimed work) {
        Erasure erasure = mongo.getConverter().read(Erasure.class, work.document());
        List<VisitState> theirs = erasure.visits() == null ? List.of() : erasure.visits();
        return Flux.fromIterable(theirs)
                .concatMap(this::isSettled)
                .all(settled -> settled)
                .flatMap(settled -> settled || erasure.waitsForNothing(clock.now())
                        ? forget(theirs)
                                .then(Mono.defer(() -> forgetOffersAndPlans(erasure.subject())))
                                .then(Mono.defer(() -> complete(erasure, work)))
                        : lookAgain(work));
    }

    /** Whether all that is to be told of it has been: the last change is known, and its messages have ended. */
    private Mono<Boolean> isSettled(VisitState visit) {
        AppointmentId id = new AppointmentId(visit.id());
        return visits.knows(id, visit.sequence())
                .flatMap(known -> known ? notifications.about(id).all(message -> !message.isOpen()) : Mono.just(false));
    }

    private Mono<Void> forget(List<VisitState> theirs) {
        return Flux.fromIterable(theirs)
                .map(visit -> new AppointmentId(visit.id()))
                .concatMap(id -> leaveUnsent(id).then(visits.forgetClient(id)))
                .then();
    }

    /** Nobody waits for these: they are asked for nothing any more. */
    private Mono<Void> forgetOffersAndPlans(String subject) {
        return visits.otherThanVisitsOf(subject)
                .concatMap(id -> leaveUnsent(id).then(visits.forgetClient(id)))
                .then();
    }

    private Mono<Void> leaveUnsent(AppointmentId visit) {
        return notifications
                .about(visit)
                .filter(Notification::isOpen)
                .concatMap(open -> notifications.save(open.leftUnsent(Reason.TOO_LATE, clock.now())))
                .then();
    }

    private Mono<Void> complete(Erasure erasure, Claimed work) {
        Instant now = clock.now();
        Staged staged = outbox.stage(List.of(erasure.completed(now).event()));
        Update done = staged.into(free(new Update().unset("visits").unset("due").set("completedAt", now)));
        return mongo.updateFirst(stillOurs(work), done, Erasure.COLLECTION)
                .filter(result -> result.getMatchedCount() == 1)
                .doOnNext(_ -> outbox.nudge(Erasure.COLLECTION, erasure.id(), staged))
                .then();
    }

    private Mono<Void> lookAgain(Claimed work) {
        Update later = free(new Update().set("due", clock.now().plus(LOOKS_AGAIN)));
        return mongo.updateFirst(stillOurs(work), later, Erasure.COLLECTION).then();
    }

    private static Update free(Update update) {
        return update.unset("claim").unset("claimableFrom").unset("attempts");
    }

    private static Query stillOurs(Claimed work) {
        return Query.query(where("_id").is(work.id()).and("claim").is(work.token()));
    }
}
