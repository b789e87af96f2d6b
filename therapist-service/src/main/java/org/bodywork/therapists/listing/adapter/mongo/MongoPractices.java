package org.bodywork.therapists.listing.adapter.mongo;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.application.Practices;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.store.AggregateWrites;
import org.bodywork.therapists.store.Versioned;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class MongoPractices implements Practices {

    private final ReactiveMongoTemplate mongo;
    private final AggregateWrites writes;
    private final BusinessClock clock;

    MongoPractices(ReactiveMongoTemplate mongo, AggregateWrites writes, BusinessClock clock) {
        this.mongo = mongo;
        this.writes = writes;
        this.clock = clock;
    }

    @Override
    public Mono<Versioned<Practice>> find(PracticeId id) {
        return one(Criteria.where("_id").is(id.toString())).map(PracticeDocument::versioned);
    }

    @Override
    public Mono<Void> add(Practice practice) {
        return Mono.defer(() -> {
            Event event = PracticeChanged.event(practice, 1, clock.now());
            return writes.insert(
                    PracticeDocument.COLLECTION,
                    staged -> new PracticeDocument(
                            event.aggregateId(),
                            event.sequence(),
                            event.time(),
                            PracticeDocument.Listing.of(practice),
                            staged.entries(),
                            staged.lease()),
                    event);
        });
    }

    @Override
    public Mono<Void> change(Practice practice, long seenSequence) {
        return Mono.defer(() -> writes.change(
                PracticeDocument.COLLECTION,
                Update.update("listing", PracticeDocument.Listing.of(practice)),
                PracticeChanged.event(practice, seenSequence + 1, clock.now())));
    }

    @Override
    public Mono<Practice> published(Slug slug) {
        return one(ListingQuery.published().and("listing.slug").is(slug.value()))
                .map(PracticeDocument::practice);
    }

    @Override
    public Flux<Practice> withIds(Collection<PracticeId> ids) {
        return all(Query.query(Criteria.where("_id")
                        .in(ids.stream().map(PracticeId::toString).toList())))
                .map(PracticeDocument::practice);
    }

    @Override
    public Flux<Practice> published() {
        return all(Query.query(ListingQuery.published())).map(PracticeDocument::practice);
    }

    @Override
    public Flux<PracticeId> changedSince(Instant moment) {
        return mongo.find(ListingQuery.changedSince(moment), Document.class, PracticeDocument.COLLECTION)
                .map(found -> new PracticeId(UUID.fromString(found.getString("_id"))));
    }

    private Mono<PracticeDocument> one(Criteria criteria) {
        return mongo.findOne(Query.query(criteria), PracticeDocument.class, PracticeDocument.COLLECTION);
    }

    private Flux<PracticeDocument> all(Query query) {
        return mongo.find(query, PracticeDocument.class, PracticeDocument.COLLECTION);
    }
}
