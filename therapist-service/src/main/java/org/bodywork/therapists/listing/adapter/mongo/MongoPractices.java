package org.bodywork.therapists.listing.adapter.mongo;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.application.Practices;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.store.AggregateWrites;
import org.bodywork.therapists.store.AggregateWrites.Change;
import org.bodywork.therapists.store.AggregateWrites.Insert;
import org.bodywork.therapists.store.AggregateWrites.Write;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Dated;
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
    public Flux<Versioned<Practice>> known(Collection<PracticeId> ids) {
        return all(Query.query(ListingQuery.withIds(ids))).map(PracticeDocument::versioned);
    }

    @Override
    public Mono<Void> add(Practice practice) {
        return save(Versioned.unstored(practice));
    }

    @Override
    public Mono<Void> change(Practice practice, long seenSequence) {
        return save(new Versioned<>(practice, seenSequence));
    }

    @Override
    public Mono<Set<PracticeId>> taken(List<Practice> wanted) {
        return ListingQuery.taken(mongo, PracticeDocument.COLLECTION, wanted, Practice::slug, Practice::id);
    }

    @Override
    public Mono<Set<PracticeId>> saveAll(List<Versioned<Practice>> changes) {
        return writes.saveAll(PracticeDocument.COLLECTION, changes, this::write, Practice::id);
    }

    private Mono<Void> save(Versioned<Practice> change) {
        return Mono.defer(() -> writes.save(PracticeDocument.COLLECTION, write(change)))
                .onErrorResume(
                        ConcurrentChange.class,
                        lost -> ListingQuery.explain(
                                mongo,
                                PracticeDocument.COLLECTION,
                                lost,
                                change.value().slug(),
                                change.value().id()));
    }

    private Write write(Versioned<Practice> change) {
        Practice practice = change.value();
        PracticeDocument.Listing listing = PracticeDocument.Listing.of(practice);
        long sequence = change.sequence() + 1;
        Instant now = clock.now();
        if (change.isStored()) {
            return new Change(PracticeChanged.event(practice, sequence, now), Update.update("listing", listing));
        }
        String id = practice.id().toString();
        return new Insert(
                id,
                () -> PracticeChanged.event(practice, sequence, now),
                staged -> new PracticeDocument(id, sequence, now, listing, staged.entries(), staged.lease()));
    }

    @Override
    public Mono<Dated<Practice>> dated(PracticeId id) {
        return one(Criteria.where("_id").is(id.toString())).map(PracticeDocument::dated);
    }

    @Override
    public Mono<Dated<Practice>> published(Slug slug) {
        return one(ListingQuery.published().and("listing.slug").is(slug.value()))
                .map(PracticeDocument::dated);
    }

    @Override
    public Flux<Practice> withIds(Collection<PracticeId> ids) {
        return all(Query.query(ListingQuery.withIds(ids))).map(PracticeDocument::practice);
    }

    @Override
    public Flux<Practice> published() {
        return all(Query.query(ListingQuery.published())).map(PracticeDocument::practice);
    }

    @Override
    public Flux<Dated<PracticeId>> changedSince(Instant moment) {
        return ListingQuery.changedSince(mongo, PracticeDocument.COLLECTION, moment, PracticeId::new);
    }

    private Mono<PracticeDocument> one(Criteria criteria) {
        return mongo.findOne(Query.query(criteria), PracticeDocument.class, PracticeDocument.COLLECTION);
    }

    private Flux<PracticeDocument> all(Query query) {
        return mongo.find(query, PracticeDocument.class, PracticeDocument.COLLECTION);
    }
}
