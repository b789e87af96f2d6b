package org.bodywork.bookings.appointment.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collection;
import org.bodywork.bookings.appointment.adapter.kafka.AppointmentEvents;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.application.StaffQuery;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.bodywork.bookings.appointment.domain.Change;
import org.bodywork.bookings.appointment.domain.Part;
import org.bodywork.bookings.opening.application.OpeningsCache;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One collection holds all time. Every write carries its events and, before it is answered, empties our own cache. */
final class MongoAppointments implements Appointments {

    private static final String COLLECTION = AppointmentDocument.COLLECTION;

    private final ReactiveMongoTemplate mongo;
    private final AppointmentMapping mapping;
    private final AppointmentEvents events;
    private final Outbox outbox;
    private final OpeningsCache openings;

    MongoAppointments(
            ReactiveMongoTemplate mongo,
            AppointmentMapping mapping,
            AppointmentEvents events,
            Outbox outbox,
            OpeningsCache openings) {
        this.mongo = mongo;
        this.mapping = mapping;
        this.events = events;
        this.outbox = outbox;
        this.openings = openings;
    }

    @Override
    public Mono<Appointment> add(Appointment appointment, Fingerprint fingerprint) {
        return Mono.defer(() -> {
            Staged staged = outbox.stage(events.of(appointment));
            return mongo.insert(mapping.document(appointment, fingerprint, staged), COLLECTION)
                    .onErrorMap(DuplicateKeyException.class, _ -> new TimeTaken())
                    .doOnNext(_ -> written(appointment, staged))
                    .thenReturn(appointment);
        });
    }

    @Override
    public Mono<Appointment> apply(Change change) {
        return Mono.defer(() -> {
            Appointment after = change.after();
            Staged staged = outbox.stage(events.of(after));
            return mongo.updateFirst(stillAs(change.before()), staged.into(update(after)), COLLECTION)
                    .filter(result -> result.getMatchedCount() == 1)
                    .switchIfEmpty(Mono.error(ChangedMeanwhile::new))
                    .doOnNext(_ -> written(after, staged))
                    .thenReturn(after);
        });
    }

    @Override
    public Mono<Appointment> byId(AppointmentId id) {
        return one(query(where("_id").is(id.toString()))).map(mapping::appointment);
    }

    @Override
    public Mono<Appointment> bySecretHash(String hash) {
        return one(query(where("secretHash").is(hash))).map(mapping::appointment);
    }

    @Override
    public Mono<Remembered> byRequestKey(String requestKey) {
        return one(query(where("requestKey").is(requestKey)))
                .map(stored -> new Remembered(mapping.appointment(stored), stored.bodyHash()));
    }

    @Override
    public Flux<Appointment> holding(Collection<String> keys) {
        return mongo.find(query(where("occupied").in(keys)), AppointmentDocument.class, COLLECTION)
                // The embedded server gives a document once for every key that matches.
                .distinct(AppointmentDocument::id)
                .map(mapping::appointment);
    }

    @Override
    public Flux<Appointment> list(StaffQuery query) {
        return mongo.find(StaffListQuery.of(query), AppointmentDocument.class, COLLECTION)
                .map(mapping::appointment);
    }

    private Mono<AppointmentDocument> one(Query query) {
        return mongo.findOne(query, AppointmentDocument.class, COLLECTION);
    }

    private static Query stillAs(Appointment before) {
        return query(where("_id")
                .is(before.id().toString())
                .and("version")
                .is(before.state().version())
                .and("status")
                .is(before.status().name()));
    }

    /** Only what a change of status touches; the time is freed in the very write that ends the appointment. */
    private Update update(Appointment after) {
        AppointmentState state = after.state();
        Update update = new Update()
                .set("status", state.status().name())
                .set("version", state.version())
                .set("sequence", state.sequence())
                .set("late", state.late())
                .push("audit", AppointmentMapping.document(state.lastEntry()));
        for (String ended : new String[] {"expiresAt", "due", "claim", "claimableFrom", "attempts"}) {
            update.unset(ended);
        }
        if (state.outcome() != null) {
            update.set("outcome", mapping.sealed(state.id(), state.outcome()));
        }
        return state.status().takesTime() ? update : update.unset("occupied");
    }

    private void written(Appointment appointment, Staged staged) {
        for (Part part : appointment.state().visit().parts()) {
            openings.forget(part.therapist());
            if (part.room() != null) {
                openings.forget(part.room().location());
            }
        }
        outbox.nudge(COLLECTION, appointment.id().toString(), staged);
    }
}
