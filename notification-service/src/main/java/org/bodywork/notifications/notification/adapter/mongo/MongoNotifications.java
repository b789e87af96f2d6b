package org.bodywork.notifications.notification.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.adapter.kafka.DeliveryEvent;
import org.bodywork.notifications.notification.application.Notifications;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.NotificationId;
import org.bodywork.notifications.notification.domain.Progress.Held;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Notifications with their delivery events. A change goes only over the version it was made from; whoever comes second
 * matches nothing.
 */
final class MongoNotifications implements Notifications {

    /** Which provider a message was put off for; only there while it is. */
    static final String AWAITS = "awaits";

    private final ReactiveMongoTemplate mongo;
    private final Outbox outbox;
    private final Clock steady;
    private final EndedMessages endedMessages;
    private final Runnable look;

    /**
     * The collection of a database.
     *
     * @param look makes due notifications be looked at now
     */
    MongoNotifications(
            ReactiveMongoTemplate mongo, Outbox outbox, Clock steady, EndedMessages endedMessages, Runnable look) {
        this.mongo = mongo;
        this.outbox = outbox;
        this.steady = steady;
        this.endedMessages = endedMessages;
        this.look = look;
    }

    @Override
    public Mono<Void> addMissing(List<Notification> planned) {
        List<Document> waiting = planned.stream()
                .filter(each -> !each.isReported())
                .map(this::waiting)
                .toList();
        return Flux.fromIterable(planned)
                .filter(Notification::isReported)
                .flatMap(this::addEnded)
                .then(waiting.isEmpty() ? Mono.empty() : insert(waiting));
    }

    private Document waiting(Notification planned) {
        Document stored = new Document();
        mongo.getConverter().write(NotificationDocument.waiting(planned), stored);
        return stored;
    }

    /** All in one write, each whether or not another is there already. */
    private Mono<Void> insert(List<Document> waiting) {
        return mongo.getCollection(NotificationDocument.COLLECTION)
                .flatMap(all -> Mono.from(all.insertMany(waiting, new InsertManyOptions().ordered(false))))
                .then()
                .onErrorComplete(MongoNotifications::onlyKnown);
    }

    private static boolean onlyKnown(Throwable error) {
        return error instanceof MongoBulkWriteException some
                && some.getWriteConcernError() == null
                && some.getWriteErrors().stream().allMatch(each -> each.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    private Mono<Void> addEnded(Notification ended) {
        Staged staged = outbox.stage(DeliveryEvent.of(ended));
        return insert(NotificationDocument.ended(ended, staged.entries(), staged.lease()), () -> {
            endedMessages.count(ended);
            nudge(ended, staged);
        });
    }

    private Mono<Void> insert(NotificationDocument document, Runnable afterwards) {
        return mongo.insert(document, NotificationDocument.COLLECTION)
                .doOnNext(_ -> afterwards.run())
                .then()
                .onErrorComplete(DuplicateKeyException.class);
    }

    @Override
    public Mono<Notification> find(NotificationId id) {
        return mongo.findById(id.value(), NotificationDocument.class, NotificationDocument.COLLECTION)
                .map(NotificationDocument::asNotification);
    }

    @Override
    public Flux<Notification> about(AppointmentId appointment) {
        Query query =
                Query.query(where("appointmentId").is(appointment.value())).with(Sort.by("dueAt", "kind", "channel"));
        return mongo.find(query, NotificationDocument.class, NotificationDocument.COLLECTION)
                .map(NotificationDocument::asNotification);
    }

    @Override
    public Flux<Notification> aboutAll(List<AppointmentId> appointments) {
        Query query = Query.query(where("appointmentId")
                .in(appointments.stream().map(AppointmentId::value).toList()));
        return mongo.find(query, NotificationDocument.class, NotificationDocument.COLLECTION)
                .map(NotificationDocument::asNotification);
    }

    @Override
    public Mono<Void> waitAgain(Notification changed) {
        NotificationDocument waiting = NotificationDocument.waiting(changed);
        Update change = changeTo(changed)
                .set("visitSequence", waiting.visitSequence())
                .set("plannedAt", waiting.plannedAt())
                .set("dueAt", waiting.dueAt())
                .set("usefulUntil", waiting.usefulUntil())
                .set("due", waiting.due())
                .set("atNight", waiting.atNight())
                .set("otherwise", waiting.otherwise())
                .unset("attempts");
        return write(changed, change).then();
    }

    @Override
    public Mono<Notification> save(Notification changed) {
        Update change = changeTo(changed).unset(AWAITS);
        if (changed.progress() instanceof Held held) {
            // Its own moment comes again: until then nobody holds it, and nobody looks.
            return write(changed, change.set("due", held.until()).unset("claim").unset("claimableFrom"));
        }
        if (!changed.isReported()) {
            return write(changed, change);
        }
        Staged staged = outbox.stage(DeliveryEvent.of(changed));
        return write(changed, staged.into(change.unset("due").unset("claim").unset("claimableFrom")))
                .doOnNext(saved -> {
                    endedMessages.count(saved);
                    nudge(saved, staged);
                });
    }

    @Override
    public Mono<Notification> saveAndWait(Notification changed, Duration wait) {
        return write(changed, leaveAlone(changeTo(changed).unset(AWAITS), wait));
    }

    @Override
    public Mono<Void> lookAgainAfter(Notification unchanged, Duration wait) {
        return mongo.updateFirst(
                        atVersion(unchanged, unchanged.version()),
                        leaveAlone(new Update().unset(AWAITS), wait),
                        NotificationDocument.COLLECTION)
                .then();
    }

    @Override
    public Mono<Notification> saveAndPutOff(Notification changed, Duration wait) {
        return write(changed, awaiting(changed, leaveAlone(changeTo(changed), wait)));
    }

    @Override
    public Mono<Void> putOff(Notification unchanged, Duration wait) {
        return mongo.updateFirst(
                        atVersion(unchanged, unchanged.version()),
                        awaiting(unchanged, leaveAlone(new Update(), wait)),
                        NotificationDocument.COLLECTION)
                .then();
    }

    /** The provider it waits for and how long it is of use: one index finds all of a provider, the most urgent first. */
    private static Update awaiting(Notification message, Update update) {
        return update.set(AWAITS, message.channel() + "|" + message.usefulUntil());
    }

    @Override
    public Mono<Void> takeUpAll(Channel channel) {
        return takeUp(Query.query(putOff(channel)));
    }

    @Override
    public Mono<Long> takeUp(Channel channel, int most) {
        Query first = Query.query(putOff(channel)).with(Sort.by(AWAITS)).limit(most);
        return mongo.find(first, Document.class, NotificationDocument.COLLECTION)
                .map(stored -> stored.getString("_id"))
                .collectList()
                .flatMap(ids ->
                        takeUp(Query.query(putOff(channel).and("_id").in(ids))).thenReturn((long) ids.size()));
    }

    private Mono<Void> takeUp(Query which) {
        return mongo.updateMulti(
                        which, new Update().unset(AWAITS).unset("claimableFrom"), NotificationDocument.COLLECTION)
                .then();
    }

    /** Whoever is at one of them has it claimed, and is not disturbed. */
    private static Criteria putOff(Channel channel) {
        return where(AWAITS).gte(channel + "|").lt(channel + "}").and("claim").exists(false);
    }

    @Override
    public void sendDueNow() {
        look.run();
    }

    private Mono<Notification> write(Notification changed, Update change) {
        return mongo.updateFirst(atVersion(changed, changed.version() - 1), change, NotificationDocument.COLLECTION)
                .filter(result -> result.getModifiedCount() == 1)
                .map(_ -> changed);
    }

    private Update leaveAlone(Update change, Duration wait) {
        return change.unset("claim").set("claimableFrom", steady.instant().plus(wait));
    }

    private void nudge(Notification notification, Staged staged) {
        outbox.nudge(NotificationDocument.COLLECTION, notification.id().value(), staged);
    }

    private static Query atVersion(Notification notification, long version) {
        return Query.query(
                where("_id").is(notification.id().value()).and("version").is(version));
    }

    private static Update changeTo(Notification changed) {
        return new Update()
                .set("progress", ProgressDocument.of(changed.progress()))
                .set("possibleRepeat", changed.possibleRepeat())
                .set("told", ToldDocument.of(changed.told()))
                .set("version", changed.version())
                .set("sequence", changed.reports());
    }
}
