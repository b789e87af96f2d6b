package org.bodywork.bookings.waitlist.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.waitlist.application.FreedTimes;
import org.bodywork.bookings.waitlist.application.Waitlist.Changed;
import org.bodywork.bookings.waitlist.application.WaitlistLinks;
import org.bodywork.bookings.waitlist.domain.FreedTime;
import org.bodywork.bookings.waitlist.domain.FreedTimeId;
import org.bodywork.bookings.waitlist.domain.OfferId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Freed times, each a document that names the step it stands at. */
final class MongoFreedTimes implements FreedTimes {

    private static final String COLLECTION = FreedTimeDocument.COLLECTION;

    private final ReactiveMongoTemplate mongo;
    private final WaitlistLinks links;

    MongoFreedTimes(ReactiveMongoTemplate mongo, WaitlistLinks links) {
        this.mongo = mongo;
        this.links = links;
    }

    @Override
    public Mono<Void> add(FreedTime time) {
        return Mono.defer(() -> mongo.insert(FreedTimeDocument.of(time, links), COLLECTION))
                .onErrorResume(DuplicateKeyException.class, _ -> Mono.empty())
                .then();
    }

    @Override
    public Mono<FreedTime> apply(FreedTime.Change change) {
        return Mono.defer(() -> {
            FreedTime after = change.after();
            FreedTimeDocument stored = FreedTimeDocument.of(after, links);
            Update update = new Update()
                    .set("version", stored.version())
                    .set("stage", stored.stage())
                    .set("tries", stored.tries())
                    .set("chain", stored.chain())
                    .set("due", stored.due())
                    // Whoever changes it is about it: its grace stands in for the claim.
                    .unset("claim")
                    .unset("claimableFrom")
                    .unset("attempts");
            if (stored.endedAt() != null) {
                update.set("endedAt", stored.endedAt());
            }
            Query stillAs = query(where("_id")
                    .is(stored.id())
                    .and("version")
                    .is(change.before().version()));
            return mongo.updateFirst(stillAs, update, COLLECTION)
                    .filter(result -> result.getMatchedCount() == 1)
                    .switchIfEmpty(Mono.error(Changed::new))
                    .thenReturn(after);
        });
    }

    @Override
    public Mono<FreedTime> byId(FreedTimeId id) {
        return one(where("_id").is(id.toString()));
    }

    @Override
    public Mono<FreedTime> byOfferHash(String hash) {
        return one(where("chain.hash").is(hash));
    }

    @Override
    public Mono<FreedTime> byOffer(OfferId offer) {
        return byOfferHash(links.hashOf(offer));
    }

    private Mono<FreedTime> one(Criteria criteria) {
        return mongo.findOne(query(criteria), FreedTimeDocument.class, COLLECTION)
                .map(FreedTimeDocument::time);
    }

    @Override
    public Flux<FreedTime> of(Colleague colleague, Instant since, int most) {
        Criteria theirs = switch (colleague) {
            case Colleague.PracticeLead lead ->
                where("practiceId").is(lead.practice().toString());
            case Colleague.Therapist therapist ->
                where("therapistId").is(therapist.therapist().toString());
        };
        Query newestFirst = query(theirs.and("freedAt").gte(since))
                .with(Sort.by(Sort.Direction.DESC, "freedAt", "_id"))
                .limit(most);
        return mongo.find(newestFirst, FreedTimeDocument.class, COLLECTION).map(FreedTimeDocument::time);
    }

    @Override
    public Mono<Void> drop(FreedTimeId id) {
        return mongo.remove(query(where("_id").is(id.toString()).and("endedAt").exists(true)), COLLECTION)
                .then();
    }
}
