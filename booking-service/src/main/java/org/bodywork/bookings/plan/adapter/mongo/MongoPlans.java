package org.bodywork.bookings.plan.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.plan.adapter.kafka.PlanEvents;
import org.bodywork.bookings.plan.application.PlanLinks;
import org.bodywork.bookings.plan.application.Plans;
import org.bodywork.bookings.plan.domain.PlanEntry;
import org.bodywork.bookings.plan.domain.PlanId;
import org.bodywork.bookings.plan.domain.PlanRefusal;
import org.bodywork.bookings.plan.domain.TreatmentPlan;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One document a plan. Every change demands the version it was decided on and carries its event. */
final class MongoPlans implements Plans {

    /** What due work leaves on a document, gone with whatever was due. */
    private static final List<String> CLAIM_FIELDS = List.of("claim", "claimableFrom", "attempts");

    /** Whose plan it is never changes, and readings are noted beside every change. */
    private static final Set<String> WRITTEN_APART = Set.of("_id", "_class", "audit", "outbox", "relay");

    private final ReactiveMongoTemplate mongo;
    private final PlanLinks links;
    private final PlanEvents events;
    private final Outbox outbox;

    MongoPlans(ReactiveMongoTemplate mongo, PlanLinks links, PlanEvents events, Outbox outbox) {
        this.mongo = mongo;
        this.links = links;
        this.events = events;
        this.outbox = outbox;
    }

    @Override
    public Mono<TreatmentPlan> add(TreatmentPlan made) {
        return Mono.defer(() -> {
            Staged staged = outbox.stage(events.of(made));
            return mongo.insert(PlanDocument.of(made, links.hashOf(made.id()), staged), PlanDocument.COLLECTION)
                    .onErrorMap(DuplicateKeyException.class, _ -> new PlanRefusal.HasOne())
                    .doOnNext(
                            _ -> outbox.nudge(PlanDocument.COLLECTION, made.id().toString(), staged))
                    .thenReturn(made);
        });
    }

    @Override
    public Mono<TreatmentPlan> apply(TreatmentPlan before, TreatmentPlan after) {
        return Mono.defer(() -> {
            List<Event> told = after.sequence() > before.sequence() ? events.of(after) : List.of();
            Staged staged = outbox.stage(told);
            Update update = told.isEmpty() ? update(before, after) : staged.into(update(before, after));
            Query still =
                    query(where("_id").is(before.id().toString()).and("version").is(before.version()));
            return mongo.updateFirst(still, update, PlanDocument.COLLECTION)
                    .onErrorMap(DuplicateKeyException.class, _ -> new PlanRefusal.HasOne())
                    .filter(result -> result.getMatchedCount() == 1)
                    .switchIfEmpty(Mono.error(ChangedMeanwhile::new))
                    .doOnNext(_ -> {
                        if (!told.isEmpty()) {
                            outbox.nudge(PlanDocument.COLLECTION, after.id().toString(), staged);
                        }
                    })
                    .thenReturn(after);
        });
    }

    private Update update(TreatmentPlan before, TreatmentPlan after) {
        Document document = written(after);
        Update update = new Update();
        document.forEach((field, value) -> {
            if (!WRITTEN_APART.contains(field)) {
                update.set(field, value);
            }
        });
        List.of("open", "toldOf", "due").stream()
                .filter(field -> !document.containsKey(field))
                .forEach(update::unset);
        CLAIM_FIELDS.forEach(update::unset);
        List<PlanEntry> added =
                after.audit().subList(before.audit().size(), after.audit().size());
        if (!added.isEmpty()) {
            update.push("audit")
                    .each(added.stream().map(PlanDocument.EntryPart::of).toArray());
        }
        return update;
    }

    private Document written(TreatmentPlan plan) {
        Document document = new Document();
        mongo.getConverter().write(PlanDocument.of(plan, links.hashOf(plan.id()), null), document);
        document.values().removeIf(Objects::isNull);
        return document;
    }

    @Override
    public Mono<TreatmentPlan> byId(PlanId id) {
        return one(query(where("_id").is(id.toString())));
    }

    @Override
    public Mono<TreatmentPlan> bySecretHash(String hash) {
        return one(query(where("secretHash").is(hash)));
    }

    @Override
    public Mono<TreatmentPlan> openOf(ClientMarks client, TherapistId therapist) {
        return one(query(where("open").is(PlanDocument.openKey(client, therapist))));
    }

    @Override
    public Flux<TreatmentPlan> openOf(Collection<ClientMarks> clients) {
        Set<ClientMarks> asked = Set.copyOf(clients);
        Query theirs = query(where("clientRef")
                .in(asked.stream().map(ClientMarks::ref).distinct().toList())
                .and("open")
                .exists(true));
        return mongo.find(theirs, PlanDocument.class, PlanDocument.COLLECTION)
                .map(PlanDocument::plan)
                .filter(plan -> asked.stream().anyMatch(plan.marks()::isSamePersonAs));
    }

    @Override
    public Mono<Void> noteReading(PlanId id, PlanEntry reading) {
        Update noted = new Update().push("audit", PlanDocument.EntryPart.of(reading));
        return mongo.updateFirst(query(where("_id").is(id.toString())), noted, PlanDocument.COLLECTION)
                .filter(result -> result.getMatchedCount() == 1)
                .switchIfEmpty(Mono.error(ChangedMeanwhile::new))
                .then();
    }

    @Override
    public Flux<TreatmentPlan> ofPractice(PracticeId practice, Instant since, int most) {
        Query theirs = query(where("practiceId")
                        .is(practice.toString())
                        .and("lastStart")
                        .gte(since))
                .with(Sort.by(Sort.Direction.DESC, "lastStart"))
                .limit(most);
        return mongo.find(theirs, PlanDocument.class, PlanDocument.COLLECTION).map(PlanDocument::plan);
    }

    /** All that the client's plans say is the client's. */
    Mono<Void> forget(String client) {
        return mongo.remove(query(where("clientRef").is(client)), PlanDocument.COLLECTION)
                .then();
    }

    private Mono<TreatmentPlan> one(Query query) {
        return mongo.findOne(query, PlanDocument.class, PlanDocument.COLLECTION).map(PlanDocument::plan);
    }

    static List<IndexModel> indexes() {
        return List.of(
                unique("open"),
                unique("secretHash"),
                sparse("due"),
                sparse("relay.until"),
                new IndexModel(Indexes.ascending("clientRef")),
                new IndexModel(Indexes.ascending("practiceId", "lastStart")));
    }

    static IndexModel unique(String field) {
        return new IndexModel(
                Indexes.ascending(field), new IndexOptions().unique(true).sparse(true));
    }

    static IndexModel sparse(String field) {
        return new IndexModel(Indexes.ascending(field), new IndexOptions().sparse(true));
    }
}
