package org.bodywork.therapists.listing.adapter.mongo;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.application.Therapists;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TherapistId;
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
final class MongoTherapists implements Therapists {

    private final ReactiveMongoTemplate mongo;
    private final AggregateWrites writes;
    private final BusinessClock clock;

    MongoTherapists(ReactiveMongoTemplate mongo, AggregateWrites writes, BusinessClock clock) {
        this.mongo = mongo;
        this.writes = writes;
        this.clock = clock;
    }

    @Override
    public Mono<Versioned<Therapist>> find(TherapistId id) {
        return one(Criteria.where("_id").is(id.toString())).map(TherapistDocument::versioned);
    }

    @Override
    public Flux<Versioned<Therapist>> ofPractice(PracticeId practice) {
        return all(Query.query(Criteria.where("listing.practiceId").is(practice.toString())))
                .map(TherapistDocument::versioned);
    }

    @Override
    public Mono<Void> add(Therapist therapist) {
        return Mono.defer(() -> {
            Event event = TherapistChanged.event(therapist, 1, clock.now());
            return writes.insert(
                    TherapistDocument.COLLECTION,
                    staged -> new TherapistDocument(
                            event.aggregateId(),
                            event.sequence(),
                            event.time(),
                            TherapistDocument.Listing.of(therapist),
                            staged.entries(),
                            staged.lease()),
                    event);
        });
    }

    @Override
    public Mono<Void> change(Therapist therapist, long seenSequence) {
        return Mono.defer(() -> writes.change(
                TherapistDocument.COLLECTION,
                Update.update("listing", TherapistDocument.Listing.of(therapist)),
                TherapistChanged.event(therapist, seenSequence + 1, clock.now())));
    }

    @Override
    public Mono<Therapist> published(Slug slug) {
        return one(ListingQuery.published().and("listing.slug").is(slug.value()))
                .map(TherapistDocument::therapist);
    }

    @Override
    public Mono<Therapist> published(TherapistId id) {
        return one(ListingQuery.published().and("_id").is(id.toString())).map(TherapistDocument::therapist);
    }

    @Override
    public Flux<Therapist> published() {
        return all(Query.query(ListingQuery.published())).map(TherapistDocument::therapist);
    }

    @Override
    public Flux<Therapist> published(Collection<TherapistId> ids) {
        Criteria these = ListingQuery.published()
                .and("_id")
                .in(ids.stream().map(TherapistId::toString).toList());
        return all(Query.query(these)).map(TherapistDocument::therapist);
    }

    @Override
    public Flux<Therapist> publishedOf(Collection<PracticeId> practices) {
        Criteria theirs = ListingQuery.published()
                .and("listing.practiceId")
                .in(practices.stream().map(PracticeId::toString).toList());
        return all(Query.query(theirs)).map(TherapistDocument::therapist);
    }

    @Override
    public Flux<TherapistId> changedSince(Instant moment) {
        return mongo.find(ListingQuery.changedSince(moment), Document.class, TherapistDocument.COLLECTION)
                .map(found -> new TherapistId(UUID.fromString(found.getString("_id"))));
    }

    private Mono<TherapistDocument> one(Criteria criteria) {
        return mongo.findOne(Query.query(criteria), TherapistDocument.class, TherapistDocument.COLLECTION);
    }

    private Flux<TherapistDocument> all(Query query) {
        return mongo.find(query, TherapistDocument.class, TherapistDocument.COLLECTION);
    }
}
