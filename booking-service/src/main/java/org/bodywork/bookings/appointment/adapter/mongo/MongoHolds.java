package org.bodywork.bookings.appointment.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Set;
import org.bodywork.bookings.appointment.adapter.kafka.AppointmentEvents;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.application.Appointments.TimeTaken;
import org.bodywork.bookings.appointment.application.Holds;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.HeldFor;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Holds lie among the appointments: the one index keeps both apart. */
final class MongoHolds implements Holds {

    private static final String COLLECTION = AppointmentDocument.COLLECTION;

    private final ReactiveMongoTemplate mongo;
    private final AppointmentEvents events;
    private final Outbox outbox;
    private final TakenVisits taken;

    MongoHolds(ReactiveMongoTemplate mongo, AppointmentEvents events, Outbox outbox, TakenVisits taken) {
        this.mongo = mongo;
        this.events = events;
        this.outbox = outbox;
        this.taken = taken;
    }

    @Override
    public Mono<Hold> add(Hold hold) {
        return Mono.defer(() -> {
            Staged staged = outbox.stage(events.of(hold));
            return mongo.insert(HoldDocument.of(hold, staged), COLLECTION)
                    .onErrorMap(DuplicateKeyException.class, _ -> new TimeTaken())
                    .doOnNext(_ -> taken.written(hold.id(), List.of(hold.visit()), staged))
                    .thenReturn(hold);
        });
    }

    @Override
    public Mono<Hold> apply(Hold.Change change) {
        return Mono.defer(() -> {
            Hold after = change.after();
            Staged staged = outbox.stage(events.of(after));
            return mongo.updateFirst(query(stillAs(change.before())), staged.into(update(after)), COLLECTION)
                    .filter(result -> result.getMatchedCount() == 1)
                    .switchIfEmpty(Mono.error(ChangedMeanwhile::new))
                    .doOnNext(_ -> taken.written(after.id(), List.of(after.visit()), staged))
                    .thenReturn(after);
        });
    }

    @Override
    public Mono<Hold> byId(AppointmentId id) {
        return mongo.findOne(query(isHold(id)), HoldDocument.class, COLLECTION).map(HoldDocument::hold);
    }

    @Override
    public Flux<Hold> keptFor(HeldFor purpose) {
        Criteria kept = where("heldFor.id")
                .is(purpose.id())
                .and("heldFor.kind")
                .is(purpose.kind().name())
                .and("status")
                .is(HoldDocument.HELD);
        return mongo.find(query(kept), HoldDocument.class, COLLECTION).map(HoldDocument::hold);
    }

    @Override
    public Mono<Void> drop(AppointmentId id) {
        Query told = query(
                isHold(id).and("status").is(HoldDocument.ENDED).and("outbox").exists(false));
        return mongo.remove(told, COLLECTION).then();
    }

    /** What must still be so for a change decided on {@code before}. */
    static Criteria stillAs(Hold before) {
        return isHold(before.id())
                .and("version")
                .is(before.version())
                .and("status")
                .is(HoldDocument.status(before));
    }

    private static Criteria isHold(AppointmentId id) {
        return where("_id")
                .is(id.toString())
                .and("kind")
                .ne(BlockDocument.BLOCK)
                .and("client")
                .exists(false);
    }

    private static Update update(Hold after) {
        Update update = new Update()
                .set("status", HoldDocument.status(after))
                .set("version", after.version())
                .set("renewed", after.renewed())
                .set("expiresAt", after.expiresAt())
                .set("changedAt", after.changedAt())
                .set("due", HoldDocument.due(after));
        TakenText.of(after).into(update);
        MongoAppointments.CLAIM_FIELDS.forEach(update::unset);
        if (after.open()) {
            return update;
        }
        Set<String> kept = after.occupied();
        return kept.isEmpty() ? update.unset("occupied") : update.set("occupied", kept);
    }
}
