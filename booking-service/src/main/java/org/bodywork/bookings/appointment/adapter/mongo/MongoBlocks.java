package org.bodywork.bookings.appointment.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import org.bodywork.bookings.appointment.adapter.kafka.AppointmentEvents;
import org.bodywork.bookings.appointment.application.Appointments.TimeTaken;
import org.bodywork.bookings.appointment.application.Blocks;
import org.bodywork.bookings.appointment.application.StaffQuery;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Block;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Blocks lie among the appointments: the one index keeps both apart. */
final class MongoBlocks implements Blocks {

    private static final String COLLECTION = AppointmentDocument.COLLECTION;

    private final ReactiveMongoTemplate mongo;
    private final AppointmentEvents events;
    private final Outbox outbox;
    private final TakenVisits taken;

    MongoBlocks(ReactiveMongoTemplate mongo, AppointmentEvents events, Outbox outbox, TakenVisits taken) {
        this.mongo = mongo;
        this.events = events;
        this.outbox = outbox;
        this.taken = taken;
    }

    @Override
    public Mono<Block> add(Block block) {
        return Mono.defer(() -> {
            Staged staged = outbox.stage(events.of(block));
            return mongo.insert(BlockDocument.of(block, staged), COLLECTION)
                    .onErrorMap(DuplicateKeyException.class, _ -> new TimeTaken())
                    .doOnNext(_ -> taken.written(block, staged))
                    .thenReturn(block);
        });
    }

    @Override
    public Mono<Void> lift(Block lifted) {
        return Mono.defer(() -> {
            Staged staged = outbox.stage(events.of(lifted));
            Update update = new Update()
                    .set("status", BlockDocument.LIFTED)
                    .inc("version", 1)
                    .set("changedAt", lifted.changedAt())
                    .set("due", BlockDocument.dueOnceLifted(lifted))
                    .unset("occupied");
            TakenText.of(lifted).into(update);
            MongoAppointments.CLAIM_FIELDS.forEach(update::unset);
            return mongo.updateFirst(
                            query(isBlock(lifted.id()).and("status").is(BlockDocument.BLOCKED)),
                            staged.into(update),
                            COLLECTION)
                    .filter(result -> result.getMatchedCount() == 1)
                    .doOnNext(_ -> taken.written(lifted, staged))
                    .then();
        });
    }

    @Override
    public Mono<Block> byId(AppointmentId id) {
        return mongo.findOne(query(isBlock(id)), BlockDocument.class, COLLECTION)
                .map(BlockDocument::block);
    }

    @Override
    public Flux<Block> list(StaffQuery query) {
        return mongo.find(StaffListQuery.blocks(query), BlockDocument.class, COLLECTION)
                .map(BlockDocument::block);
    }

    @Override
    public Mono<Void> drop(AppointmentId id) {
        return mongo.remove(query(isBlock(id).and("outbox").exists(false)), COLLECTION)
                .then();
    }

    private static Criteria isBlock(AppointmentId id) {
        return where("_id").is(id.toString()).and("kind").is(BlockDocument.BLOCK);
    }
}
