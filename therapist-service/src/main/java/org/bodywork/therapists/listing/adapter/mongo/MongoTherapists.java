package org.bodywork.therapists.listing.adapter.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.adapter.mongo.TherapistDocument.StoredTally;
import org.bodywork.therapists.listing.application.Rated;
import org.bodywork.therapists.listing.application.Ratings;
import org.bodywork.therapists.listing.application.Therapists;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.listing.domain.Tally;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.store.AggregateWrites;
import org.bodywork.therapists.store.AggregateWrites.Change;
import org.bodywork.therapists.store.AggregateWrites.Insert;
import org.bodywork.therapists.store.AggregateWrites.Write;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Dated;
import org.bodywork.therapists.store.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class MongoTherapists implements Therapists, Ratings {

    /** An import stores a therapist's account after the listing: whoever looks at once may find nobody to tell. */
    private static final Duration ACCOUNT_FOLLOWS_WITHIN = Duration.ofSeconds(2);

    private final ReactiveMongoTemplate mongo;
    private final AggregateWrites writes;
    private final Outbox outbox;
    private final BusinessClock clock;

    MongoTherapists(ReactiveMongoTemplate mongo, AggregateWrites writes, Outbox outbox, BusinessClock clock) {
        this.mongo = mongo;
        this.writes = writes;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Mono<Versioned<Therapist>> find(TherapistId id) {
        return one(Criteria.where("_id").is(id.toString())).map(TherapistDocument::versioned);
    }

    @Override
    public Flux<Versioned<Therapist>> ofPractices(Collection<PracticeId> practices) {
        return all(Query.query(Criteria.where("listing.practiceId")
                        .in(practices.stream().map(PracticeId::toString).toList())))
                .map(TherapistDocument::versioned);
    }

    @Override
    public Flux<Therapist> ofPractice(PracticeId practice, @Nullable TherapistId last, int most) {
        Criteria theirs = Criteria.where("listing.practiceId").is(practice.toString());
        Query page = Query.query(last == null ? theirs : theirs.and("_id").gt(last.toString()))
                .with(Sort.by("_id"))
                .limit(most);
        return all(page).map(TherapistDocument::therapist);
    }

    @Override
    public Flux<Versioned<Therapist>> known(Collection<TherapistId> ids) {
        return all(Query.query(ListingQuery.withIds(ids))).map(TherapistDocument::versioned);
    }

    @Override
    public Mono<Void> add(Therapist therapist) {
        return save(Versioned.unstored(therapist));
    }

    @Override
    public Mono<Void> change(Therapist therapist, long seenSequence) {
        return save(new Versioned<>(therapist, seenSequence));
    }

    @Override
    public Mono<Set<TherapistId>> taken(List<Therapist> wanted) {
        return ListingQuery.taken(mongo, TherapistDocument.COLLECTION, wanted, Therapist::slug, Therapist::id);
    }

    @Override
    public Mono<Set<TherapistId>> saveAll(List<Versioned<Therapist>> changes) {
        return writes.saveAll(TherapistDocument.COLLECTION, changes, this::write, Therapist::id);
    }

    @Override
    public Mono<Tally> of(TherapistId id) {
        return one(Criteria.where("_id").is(id.toString())).map(TherapistDocument::tally);
    }

    /** The relay sends the present state once more: that is news to search, and to others nothing. */
    @Override
    public Mono<Void> change(TherapistId id, Tally seen, Tally next) {
        return Mono.defer(() -> {
            Staged again = outbox.stage(List.of());
            Update update = Update.update("rating", StoredTally.of(next))
                    .set("changedAt", clock.now())
                    .set("relay", again.lease());
            return mongo.updateFirst(Query.query(at(id, seen)), update, TherapistDocument.COLLECTION)
                    .filter(result -> result.getMatchedCount() == 1)
                    .switchIfEmpty(Mono.error(() -> new ConcurrentChange(id)))
                    .doOnNext(_ -> outbox.nudge(TherapistDocument.COLLECTION, id.toString(), again))
                    .then();
        });
    }

    /** What was counted last was counted once only, so it names the tally. */
    private static Criteria at(TherapistId id, Tally seen) {
        Criteria therapist = Criteria.where("_id").is(id.toString());
        Tally.Counted last = seen.last();
        return last == null
                ? therapist.and("rating").exists(false)
                : therapist
                        .and("rating.last.review")
                        .is(last.review().toString())
                        .and("rating.last.version")
                        .is(last.version());
    }

    private Mono<Void> save(Versioned<Therapist> change) {
        return Mono.defer(() -> writes.save(TherapistDocument.COLLECTION, write(change)))
                .onErrorResume(
                        ConcurrentChange.class,
                        lost -> ListingQuery.explain(
                                mongo,
                                TherapistDocument.COLLECTION,
                                lost,
                                change.value().slug(),
                                change.value().id()));
    }

    private Write write(Versioned<Therapist> change) {
        Therapist therapist = change.value();
        TherapistDocument.Listing listing = TherapistDocument.Listing.of(therapist);
        long sequence = change.sequence() + 1;
        Instant now = clock.now();
        Instant look = therapist
                .licenceLookAfter(now)
                .map(moment -> moment.plus(ACCOUNT_FOLLOWS_WITHIN))
                .orElse(null);
        if (change.isStored()) {
            Event event = TherapistChanged.event(therapist, sequence, now);
            return new Change(event, due(Update.update("listing", listing), look));
        }
        String id = therapist.id().toString();
        return new Insert(
                id,
                () -> TherapistChanged.event(therapist, sequence, now),
                staged -> new TherapistDocument(
                        id, sequence, now, listing, null, look, null, staged.entries(), staged.lease()));
    }

    private static Update due(Update update, @Nullable Instant look) {
        return look == null ? update.unset("due") : update.set("due", look);
    }

    @Override
    public Mono<Dated<Rated>> published(Slug slug) {
        return one(ListingQuery.published().and("listing.slug").is(slug.value()))
                .map(TherapistDocument::dated);
    }

    @Override
    public Mono<Dated<Rated>> published(TherapistId id) {
        return one(ListingQuery.published().and("_id").is(id.toString())).map(TherapistDocument::dated);
    }

    @Override
    public Flux<Rated> published() {
        return all(Query.query(ListingQuery.published())).map(TherapistDocument::rated);
    }

    @Override
    public Flux<Rated> published(Collection<TherapistId> ids) {
        Criteria these = ListingQuery.published()
                .and("_id")
                .in(ids.stream().map(TherapistId::toString).toList());
        return all(Query.query(these)).map(TherapistDocument::rated);
    }

    @Override
    public Flux<Rated> publishedOf(Collection<PracticeId> practices) {
        Criteria theirs = ListingQuery.published()
                .and("listing.practiceId")
                .in(practices.stream().map(PracticeId::toString).toList());
        return all(Query.query(theirs)).map(TherapistDocument::rated);
    }

    @Override
    public Flux<Dated<TherapistId>> changedSince(Instant moment) {
        return ListingQuery.changedSince(mongo, TherapistDocument.COLLECTION, moment, TherapistId::new);
    }

    private Mono<TherapistDocument> one(Criteria criteria) {
        return mongo.findOne(Query.query(criteria), TherapistDocument.class, TherapistDocument.COLLECTION);
    }

    private Flux<TherapistDocument> all(Query query) {
        return mongo.find(query, TherapistDocument.class, TherapistDocument.COLLECTION);
    }
}
