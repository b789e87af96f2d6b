package org.bodywork.bookings.handover.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.handover.application.Handovers;
import org.bodywork.bookings.handover.domain.Handover;
import org.bodywork.platform.crypto.Digests;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One document a report; each change demands the version it was decided on, and takes away whatever claim lay on it. */
final class MongoHandovers implements Handovers {

    private static final String COLLECTION = HandoverDocument.COLLECTION;
    private static final List<String> CLAIM_FIELDS = List.of("claim", "claimableFrom", "attempts");
    private static final int MOST_LISTED = 50;

    private final ReactiveMongoTemplate mongo;
    private final ManageLinks links;
    private final BusinessClock clock;

    MongoHandovers(ReactiveMongoTemplate mongo, ManageLinks links, BusinessClock clock) {
        this.mongo = mongo;
        this.links = links;
        this.clock = clock;
    }

    static List<IndexModel> indexes() {
        IndexOptions sparse = new IndexOptions().sparse(true);
        return List.of(
                new IndexModel(Indexes.ascending("due"), sparse),
                new IndexModel(Indexes.ascending("cases.hash"), sparse),
                new IndexModel(Indexes.ascending("practiceId", "reportedAt")),
                new IndexModel(Indexes.ascending("therapistId", "reportedAt")));
    }

    @Override
    public Mono<Handover> addOrFind(Handover reported) {
        return Mono.defer(() -> mongo.insert(HandoverDocument.of(reported, this::hashOf, clock.now()), COLLECTION))
                .thenReturn(reported)
                .onErrorResume(DuplicateKeyException.class, _ -> byId(reported.id()));
    }

    @Override
    public Mono<Handover> save(Handover decided) {
        return Mono.defer(() -> {
            Handover after = decided.next();
            return mongo.updateFirst(
                            query(where("_id").is(decided.id()).and("version").is(decided.version())),
                            update(after, clock.now()),
                            COLLECTION)
                    .filter(result -> result.getMatchedCount() == 1)
                    .switchIfEmpty(Mono.error(ChangedMeanwhile::new))
                    .thenReturn(after);
        });
    }

    private Update update(Handover after, Instant now) {
        Update update = new Update()
                .set("version", after.version())
                .set("timeOff", after.timeOff())
                .set("cases", HandoverDocument.cases(after, this::hashOf));
        after.due(now).ifPresentOrElse(due -> update.set("due", due), () -> update.unset("due"));
        CLAIM_FIELDS.forEach(update::unset);
        return update;
    }

    @Override
    public Mono<Handover> byId(String id) {
        return one(where("_id").is(id));
    }

    @Override
    public String hashOf(String one) {
        return Digests.sha256Hex(links.handoverSecretOf(one));
    }

    @Override
    public Mono<Handover> bySecretHash(String hash) {
        return one(where("cases.hash").is(hash));
    }

    @Override
    public Flux<Handover> of(Colleague asking) {
        Criteria theirs = switch (asking) {
            case Colleague.PracticeLead lead ->
                where("practiceId").is(lead.practice().toString());
            case Colleague.Therapist therapist ->
                where("therapistId").is(therapist.therapist().toString());
        };
        return mongo.find(
                        query(theirs)
                                .with(Sort.by(Sort.Direction.DESC, "reportedAt"))
                                .limit(MOST_LISTED),
                        HandoverDocument.class,
                        COLLECTION)
                .map(HandoverDocument::handover);
    }

    private Mono<Handover> one(Criteria criteria) {
        return mongo.findOne(query(criteria), HandoverDocument.class, COLLECTION)
                .map(HandoverDocument::handover);
    }
}
