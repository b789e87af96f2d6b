package org.bodywork.bookings.plan.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.ScoreDay;
import org.bodywork.bookings.plan.adapter.kafka.PlanEvents;
import org.bodywork.bookings.plan.application.Outcomes;
import org.bodywork.bookings.plan.application.PlanLinks;
import org.bodywork.bookings.plan.application.Plans.ChangedMeanwhile;
import org.bodywork.bookings.plan.domain.Outcome;
import org.bodywork.bookings.plan.domain.PlanId;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One document a visit. Every change demands the version it was decided on. */
final class MongoOutcomes implements Outcomes {

    private static final Set<String> WRITTEN_APART = Set.of("_id", "_class", "outbox", "relay");

    private final ReactiveMongoTemplate mongo;
    private final ManageLinks links;
    private final PlanEvents events;
    private final Outbox outbox;

    MongoOutcomes(ReactiveMongoTemplate mongo, ManageLinks links, PlanEvents events, Outbox outbox) {
        this.mongo = mongo;
        this.links = links;
        this.events = events;
        this.outbox = outbox;
    }

    @Override
    public Mono<Outcome> byId(AppointmentId visit) {
        return one(query(where("_id").is(visit.toString())));
    }

    @Override
    public Flux<Outcome> byIds(Collection<AppointmentId> visits) {
        Query these = query(
                where("_id").in(visits.stream().map(AppointmentId::toString).toList()));
        return mongo.find(these, OutcomeDocument.class, OutcomeDocument.COLLECTION)
                .map(OutcomeDocument::outcome);
    }

    @Override
    public Mono<Outcome> byScoreHash(String hash) {
        return one(query(where("scoreHashes").is(hash)));
    }

    @Override
    public Mono<Outcome> apply(Outcome before, Outcome after, @Nullable PlanId plan) {
        return Mono.defer(() -> {
            List<Event> told = after.sequence() > before.sequence() ? events.of(after, plan) : List.of();
            Staged staged = told.isEmpty() ? null : outbox.stage(told);
            Mono<Boolean> written = before.version() == 0
                    ? mongo.insert(document(after, plan, staged), OutcomeDocument.COLLECTION)
                            .thenReturn(true)
                    : mongo.updateFirst(
                                    query(where("_id")
                                            .is(before.visit().toString())
                                            .and("version")
                                            .is(before.version())),
                                    update(after, plan, staged),
                                    OutcomeDocument.COLLECTION)
                            .map(result -> result.getMatchedCount() == 1);
            return written.onErrorMap(DuplicateKeyException.class, _ -> new ChangedMeanwhile())
                    .filter(done -> done)
                    .switchIfEmpty(Mono.error(ChangedMeanwhile::new))
                    .doOnNext(_ -> {
                        if (staged != null) {
                            outbox.nudge(
                                    OutcomeDocument.COLLECTION, after.visit().toString(), staged);
                        }
                    })
                    .thenReturn(after);
        });
    }

    private Update update(Outcome after, @Nullable PlanId plan, @Nullable Staged staged) {
        Document document = new Document();
        mongo.getConverter().write(document(after, plan, null), document);
        Update update = new Update();
        document.forEach((field, value) -> {
            if (!WRITTEN_APART.contains(field) && Objects.nonNull(value)) {
                update.set(field, value);
            }
        });
        return staged == null ? update : staged.into(update);
    }

    private OutcomeDocument document(Outcome outcome, @Nullable PlanId plan, @Nullable Staged staged) {
        List<String> hashes = Arrays.stream(ScoreDay.values())
                .map(day -> PlanLinks.hash(links.scoreSecretOf(outcome.visit(), day)))
                .toList();
        return OutcomeDocument.of(outcome, plan == null ? null : plan.toString(), hashes, staged);
    }

    /** All that the client's outcomes say is the client's. */
    Mono<Void> forget(String client) {
        return mongo.remove(query(where("clientRef").is(client)), OutcomeDocument.COLLECTION)
                .then();
    }

    private Mono<Outcome> one(Query query) {
        return mongo.findOne(query, OutcomeDocument.class, OutcomeDocument.COLLECTION)
                .map(OutcomeDocument::outcome);
    }

    static List<IndexModel> indexes() {
        return List.of(
                MongoPlans.unique("scoreHashes"),
                MongoPlans.sparse("relay.until"),
                new IndexModel(Indexes.ascending("clientRef")));
    }
}
