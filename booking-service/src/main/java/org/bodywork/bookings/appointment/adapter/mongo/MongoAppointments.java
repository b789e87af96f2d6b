package org.bodywork.bookings.appointment.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.adapter.kafka.AppointmentEvents;
import org.bodywork.bookings.appointment.application.Answerers;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.application.StaffQuery;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.bodywork.bookings.appointment.domain.Change;
import org.bodywork.bookings.appointment.domain.GivenUp;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Holder;
import org.bodywork.bookings.appointment.domain.IntakeReading;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.appointment.domain.WorkDay;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One collection holds all time. Every write carries its events and, before it is answered, empties our own cache. */
final class MongoAppointments implements Appointments {

    private static final Comparator<Appointment> NEWEST_FIRST = Comparator.comparing(
                    (Appointment visit) -> visit.state().visit().start())
            .thenComparing(visit -> visit.id().toString())
            .reversed();

    private static final String COLLECTION = AppointmentDocument.COLLECTION;

    /** What due work has left on a document, gone with whatever was due. */
    static final List<String> CLAIM_FIELDS = List.of("claim", "claimableFrom", "attempts");

    private static final Set<String> WRITTEN_APART = Set.of("_id", "_class", "outbox", "relay");

    private final ReactiveMongoTemplate mongo;
    private final MongoConverter converter;
    private final AppointmentMapping mapping;
    private final AppointmentEvents events;
    private final Outbox outbox;
    private final TakenVisits taken;
    private final Answerers answerers;

    MongoAppointments(
            ReactiveMongoTemplate mongo,
            AppointmentMapping mapping,
            AppointmentEvents events,
            Outbox outbox,
            TakenVisits taken,
            Answerers answerers) {
        this.mongo = mongo;
        this.converter = mongo.getConverter();
        this.mapping = mapping;
        this.events = events;
        this.outbox = outbox;
        this.taken = taken;
        this.answerers = answerers;
    }

    @Override
    public Mono<Appointment> add(Appointment booked, Fingerprint fingerprint) {
        return asking(booked).flatMap(appointment -> {
            Staged staged = outbox.stage(events.of(appointment));
            return mongo.insert(mapping.document(appointment, fingerprint, staged), COLLECTION)
                    .onErrorMap(DuplicateKeyException.class, _ -> new TimeTaken())
                    .doOnNext(_ -> taken.written(
                            appointment.id(), List.of(appointment.state().visit()), staged))
                    .thenReturn(appointment);
        });
    }

    @Override
    public Mono<Appointment> book(Hold hold, Appointment booked, Fingerprint fingerprint, Instant now) {
        return asking(booked).flatMap(appointment -> {
            Staged staged = outbox.stage(events.of(appointment));
            Query stillHeld = query(MongoHolds.stillAs(hold).and("expiresAt").gt(now));
            return mongo.updateFirst(
                            stillHeld, staged.into(replacing(whole(appointment, fingerprint, staged))), COLLECTION)
                    .onErrorMap(DuplicateKeyException.class, _ -> new TimeTaken())
                    .filter(result -> result.getMatchedCount() == 1)
                    .switchIfEmpty(Mono.error(ChangedMeanwhile::new))
                    .doOnNext(_ -> taken.written(
                            appointment.id(), List.of(appointment.state().visit()), staged))
                    .thenReturn(appointment);
        });
    }

    @Override
    public Mono<Appointment> apply(Change decided) {
        return asking(decided.after()).flatMap(after -> {
            Change change = new Change(decided.before(), after);
            List<Event> told = events.of(change);
            Staged staged = outbox.stage(told);
            Update update = told.isEmpty() ? update(change) : staged.into(update(change));
            List<GivenUp> givenUp = change.givenUp();
            tellOf(givenUp, update);
            return mongo.updateFirst(stillAs(change.before()), update, COLLECTION)
                    .onErrorMap(DuplicateKeyException.class, _ -> new TimeTaken())
                    .filter(result -> result.getMatchedCount() == 1)
                    .switchIfEmpty(Mono.error(ChangedMeanwhile::new))
                    .doOnNext(_ -> {
                        taken.written(after.id(), change.visits(), staged);
                        if (!givenUp.isEmpty()) {
                            taken.givenUp();
                        }
                    })
                    .thenReturn(after);
        });
    }

    /** The write that gives time up says so, for due work at once: a crash in between loses nothing. */
    private static void tellOf(List<GivenUp> givenUp, Update update) {
        if (!givenUp.isEmpty()) {
            update.push(GivenUpDocument.FIELD)
                    .each(givenUp.stream().map(GivenUpDocument::of).toArray());
            update.set("due", givenUp.getFirst().at());
        }
    }

    /** What a client asks for is written together with who may answer it: their links go out with this very write. */
    private Mono<Appointment> asking(Appointment written) {
        return written.hasJustAsked() ? answerersOf(written.state().visit()).map(written::asking) : Mono.just(written);
    }

    private Mono<List<String>> answerersOf(Visit visit) {
        return Flux.fromIterable(visit.parts())
                .concatMap(part -> answerers.of(part.therapist(), visit.practice()))
                .flatMapIterable(accounts -> accounts)
                .distinct()
                .collectList();
    }

    @Override
    public Mono<Void> settle(Appointment ended) {
        Update settled = new Update().set("due", AppointmentMapping.dueOnceSettled(ended.state()));
        CLAIM_FIELDS.forEach(settled::unset);
        return mongo.updateFirst(stillAs(ended), settled, COLLECTION).then();
    }

    /** Those of long ago come from the archive; one that is just being moved there lies in both. */
    @Override
    public Flux<Appointment> ofClient(String client, StaffQuery.@Nullable Position after, int size) {
        Criteria theirs = where("clientRef").is(client);
        if (after != null) {
            theirs.orOperator(
                    where("start").lt(after.start()),
                    where("start").is(after.start()).and("_id").lt(after.id().toString()));
        }
        Query newestFirst =
                query(theirs).with(Sort.by(Sort.Direction.DESC, "start", "_id")).limit(size);
        return Flux.just(COLLECTION, MongoArchive.COLLECTION)
                .concatMap(collection -> mongo.find(newestFirst, AppointmentDocument.class, collection))
                .map(mapping::appointment)
                .distinct(Appointment::id)
                .sort(NEWEST_FIRST)
                .take(size);
    }

    @Override
    public Mono<Void> noteReading(AppointmentId id, IntakeReading reading) {
        Update noted = new Update().push("readings", AppointmentMapping.document(reading));
        Query it = query(booked(where("_id").is(id.toString())));
        return Flux.just(COLLECTION, MongoArchive.COLLECTION)
                .concatMap(collection -> mongo.updateFirst(it, noted, collection))
                .filter(result -> result.getMatchedCount() == 1)
                .next()
                .switchIfEmpty(Mono.error(ChangedMeanwhile::new))
                .then();
    }

    @Override
    public Mono<List<IntakeReading>> readingsOf(AppointmentId id) {
        return one(where("_id").is(id.toString()))
                .switchIfEmpty(mongo.findById(id.toString(), AppointmentDocument.class, MongoArchive.COLLECTION))
                .map(AppointmentMapping::readings);
    }

    @Override
    public Mono<Appointment> byId(AppointmentId id) {
        return one(where("_id").is(id.toString())).map(mapping::appointment);
    }

    @Override
    public Mono<Appointment> bySecretHash(String hash) {
        return one(where("secretHash").is(hash)).map(mapping::appointment);
    }

    @Override
    public Mono<Appointment> byCompanionHash(String hash) {
        return one(where("companion.secretHash").is(hash)).map(mapping::appointment);
    }

    @Override
    public Mono<Appointment> byAnswerHash(String hash) {
        return one(where("asked.hashes").is(hash)).map(mapping::appointment);
    }

    @Override
    public Mono<Remembered> byRequestKey(String requestKey) {
        return one(where("requestKey").is(requestKey))
                .map(stored -> new Remembered(mapping.appointment(stored), stored.bodyHash()));
    }

    @Override
    public Flux<Holder> holding(Collection<String> keys) {
        return holders(query(where("occupied").in(keys)));
    }

    @Override
    public Flux<Holder> on(WorkDay day) {
        return holders(MongoWorkloads.on(day));
    }

    private Flux<Holder> holders(Query query) {
        return mongo.find(query, Document.class, COLLECTION)
                // The embedded server gives a document once for every key that matches.
                .distinct(stored -> stored.getString("_id"))
                .map(this::holder);
    }

    @Override
    public Flux<Appointment> list(StaffQuery query) {
        return mongo.find(StaffListQuery.visits(query), AppointmentDocument.class, COLLECTION)
                .map(mapping::appointment);
    }

    @Override
    public Flux<Appointment> awaiting(Colleague asking, Instant now) {
        return mongo.find(StaffListQuery.awaiting(asking, now), AppointmentDocument.class, COLLECTION)
                .map(mapping::appointment);
    }

    private Holder holder(Document stored) {
        return mapping.holder(stored, converter);
    }

    private Mono<AppointmentDocument> one(Criteria criteria) {
        return mongo.findOne(query(booked(criteria)), AppointmentDocument.class, COLLECTION);
    }

    private static Criteria booked(Criteria criteria) {
        return criteria.and("client").exists(true);
    }

    private static Query stillAs(Appointment before) {
        return query(where("_id")
                .is(before.id().toString())
                .and("version")
                .is(before.state().version())
                .and("status")
                .is(before.status().name()));
    }

    private static void setOrUnset(Update update, String field, @Nullable Object value) {
        if (value == null) {
            update.unset(field);
        } else {
            update.set(field, value);
        }
    }

    private static void moveTo(Visit there, Update update) {
        update.set("practiceId", there.practice().toString())
                .set("locationId", there.location().toString())
                .set("parts", StoredVisit.parts(there))
                .set("zone", there.zone().getId())
                .set("localStart", there.localStart().toString())
                .set("start", there.start())
                .set("end", there.end())
                .set("timeRevision", there.timeRevision());
    }

    private static void correct(AppointmentState state, Update update) {
        update.set("client", AppointmentMapping.document(state.client()))
                .set("clientRef", state.marks().ref())
                .set("clientKey", state.marks().key())
                .set("clientKeyId", state.marks().keyId());
    }

    private Document whole(Appointment appointment, Fingerprint fingerprint, Staged staged) {
        Document whole = new Document();
        converter.write(mapping.document(appointment, fingerprint, staged), whole);
        return whole;
    }

    /** Everything an appointment has, in place of what only a hold has. */
    private static Update replacing(Document whole) {
        Update update = new Update();
        whole.keySet().stream()
                .filter(field -> !WRITTEN_APART.contains(field))
                .forEach(field -> update.set(field, whole.get(field)));
        Stream.of(HoldDocument.OWN_FIELDS, CLAIM_FIELDS)
                .flatMap(List::stream)
                .filter(field -> !whole.containsKey(field))
                .forEach(update::unset);
        return update;
    }

    /** Only what a change touches; the time is freed in the very write that ends the appointment. */
    private Update update(Change change) {
        AppointmentState state = change.after().state();
        Update update = new Update()
                .set("status", state.status().name())
                .set("version", state.version())
                .set("sequence", state.sequence())
                .set("late", state.late())
                .push("audit", AppointmentMapping.document(state.lastEntry()));
        setOrUnset(update, "expiresAt", state.requestedUntil());
        setOrUnset(update, "wanted", AppointmentMapping.wanted(change.after()));
        setOrUnset(update, "remindAt", state.remindAt());
        update.set("due", AppointmentMapping.due(state))
                .set("toldAt", state.lastTold().at());
        if (!Objects.equals(state.asked(), change.before().state().asked())) {
            setOrUnset(update, "asked", mapping.asked(change.after()));
        }
        CLAIM_FIELDS.forEach(update::unset);
        if (!state.visit().equals(change.before().state().visit())) {
            moveTo(state.visit(), update);
        }
        AppointmentState before = change.before().state();
        if (!state.client().equals(before.client())) {
            correct(state, update);
        }
        if (!state.consent().equals(before.consent())) {
            update.set("consent", AppointmentMapping.document(state.consent()));
        }
        setOrUnset(update, "note", AppointmentMapping.stored(state.note()));
        setOrUnset(update, "staffNote", AppointmentMapping.stored(state.staffNote()));
        if (!Objects.equals(state.intake(), before.intake())) {
            setOrUnset(update, "intake", AppointmentMapping.document(state.intake()));
        }
        update.set("intakeNeeded", state.intakeNeeded()).set("reviewNeeded", state.reviewNeeded());
        if (state.linkVersion() != before.linkVersion()) {
            mapping.renewLink(change.after(), update);
        }
        if (!Objects.equals(state.alternatives(), before.alternatives())) {
            setOrUnset(update, "alternatives", AppointmentMapping.document(state.alternatives()));
        }
        if (state.linkVersion() != before.linkVersion() || !Objects.equals(state.companion(), before.companion())) {
            setOrUnset(update, "companion", mapping.companion(change.after()));
        }
        if (state.outcome() != null) {
            update.set("outcome", AppointmentMapping.document(state.outcome()));
        }
        TakenText.of(change.after()).into(update);
        Set<String> occupied = change.after().occupied();
        if (occupied.isEmpty()) {
            return update.unset("occupied");
        }
        return occupied.equals(change.before().occupied()) ? update : update.set("occupied", occupied);
    }
}
