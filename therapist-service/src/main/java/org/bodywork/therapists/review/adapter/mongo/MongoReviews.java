package org.bodywork.therapists.review.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.domain.Tally.Counted;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.review.adapter.mongo.ReviewDocument.StoredAnswer;
import org.bodywork.therapists.review.adapter.mongo.ReviewDocument.StoredCounted;
import org.bodywork.therapists.review.adapter.mongo.ReviewDocument.StoredDecision;
import org.bodywork.therapists.review.application.Reviews;
import org.bodywork.therapists.review.domain.Review;
import org.bodywork.therapists.review.domain.Review.Answer;
import org.bodywork.therapists.review.domain.Review.Decision;
import org.bodywork.therapists.review.domain.ReviewId;
import org.bodywork.therapists.store.ConcurrentChange;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Each change is one write of one document: the counting that follows is noted in it as due. */
final class MongoReviews implements Reviews {

    private static final String COLLECTION = ReviewDocument.COLLECTION;

    private final ReactiveMongoTemplate mongo;
    private final BusinessClock clock;
    private final Runnable nudge;

    /**
     * The reviews.
     *
     * @param nudge lets what is due be looked at right away
     */
    MongoReviews(ReactiveMongoTemplate mongo, BusinessClock clock, Runnable nudge) {
        this.mongo = mongo;
        this.clock = clock;
        this.nudge = nudge;
    }

    @Override
    public Mono<Void> add(Review review) {
        return Mono.defer(() -> mongo.insert(ReviewDocument.of(review, clock.now()), COLLECTION))
                .onErrorMap(DuplicateKeyException.class, _ -> new ConcurrentChange(review.id()))
                .doOnSuccess(_ -> nudge.run())
                .then();
    }

    @Override
    public Mono<Void> change(Review review) {
        return Mono.defer(() -> {
            Update update = new Update();
            Answer answer = review.answer();
            return update(review, answer == null ? update : update.set("answer", StoredAnswer.of(answer)));
        });
    }

    @Override
    public Mono<Void> decide(Review review, Decision made) {
        return Mono.defer(() -> {
            StoredDecision decision = StoredDecision.of(made);
            Update update = new Update().push("decisions", decision).set("due", clock.now());
            return update(review, made.hides() ? update.set("hiding", decision) : update.unset("hiding"));
        });
    }

    private Mono<Void> update(Review review, Update update) {
        Query before = atVersion(review.id(), review.version() - 1);
        return mongo.updateFirst(before, update.set("version", review.version()), COLLECTION)
                .filter(result -> result.getMatchedCount() == 1)
                .switchIfEmpty(Mono.error(() -> new ConcurrentChange(review.id())))
                .doOnSuccess(_ -> nudge.run())
                .then();
    }

    @Override
    public Mono<Void> dropWords(ReviewId id) {
        Update wordless = new Update().set("text", "").unset("answer").inc("version", 1);
        return mongo.updateFirst(
                        query(where("_id").is(id.toString()).and("text").ne("")), wordless, COLLECTION)
                .then();
    }

    @Override
    public Mono<Review> find(ReviewId id) {
        return one(id).map(ReviewDocument::review);
    }

    @Override
    public Flux<Review> shown(TherapistId therapist, int offset, int size) {
        Query newest = query(shownOf(therapist))
                .with(Sort.by(Sort.Direction.DESC, "writtenAt", "_id"))
                .skip(offset)
                .limit(size);
        return mongo.find(newest, ReviewDocument.class, COLLECTION).map(ReviewDocument::review);
    }

    @Override
    public Mono<Integer> countShown(TherapistId therapist) {
        return mongo.count(query(shownOf(therapist)), COLLECTION).map(Math::toIntExact);
    }

    @Override
    public Mono<ToCount> toCount(ReviewId id) {
        return one(id).map(ReviewDocument::toCount);
    }

    @Override
    public Mono<Void> counted(Counted counted) {
        Query earlier = query(where("_id")
                .is(counted.review().toString())
                .and("counted.version")
                .lt(counted.version()));
        return Mono.defer(() -> mongo.updateFirst(
                        earlier,
                        Update.update("counted", StoredCounted.of(counted)).set("due", clock.now()),
                        COLLECTION))
                .then();
    }

    @Override
    public Mono<Void> settled(Review review) {
        Query asCounted = query(
                criteria(review.id(), review.version()).and("counted.rating").is(review.counts()));
        Update nothingDue =
                new Update().unset("due").unset("claim").unset("claimableFrom").unset("attempts");
        return mongo.updateFirst(asCounted, nothingDue, COLLECTION).then();
    }

    private Mono<ReviewDocument> one(ReviewId id) {
        return mongo.findById(id.toString(), ReviewDocument.class, COLLECTION);
    }

    private static Query atVersion(ReviewId id, long version) {
        return query(criteria(id, version));
    }

    private static Criteria criteria(ReviewId id, long version) {
        return where("_id").is(id.toString()).and("version").is(version);
    }

    private static Criteria shownOf(TherapistId therapist) {
        return where("therapistId").is(therapist.toString()).and("hiding").exists(false);
    }
}
