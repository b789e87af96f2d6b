package org.bodywork.therapists.listing.adapter.mongo;

import java.util.Collection;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.application.ListingFilter;
import org.bodywork.therapists.listing.application.Practices;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.store.AggregateWrites;
import org.bodywork.therapists.store.Versioned;
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
    public Mono<Long> countUnclaimed(ListingFilter filter) {
        return mongo.count(ListingQuery.unclaimedPractices(filter), PracticeDocument.COLLECTION);
    }

    @Override
    public Flux<Practice> unclaimed(ListingFilter filter, long skip, int limit) {
        Query page = ListingQuery.unclaimedPractices(filter)
                .with(ListingQuery.BY_NAME)
                .skip(skip)
                .limit(limit);
        return all(page).map(PracticeDocument::practice);
    }

    private Mono<PracticeDocument> one(Criteria criteria) {
        return mongo.findOne(Query.query(criteria), PracticeDocument.class, PracticeDocument.COLLECTION);
    }

    private Flux<PracticeDocument> all(Query query) {
        return mongo.find(query, PracticeDocument.class, PracticeDocument.COLLECTION);
    }
}
