package org.bodywork.therapists.review.adapter.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.due.DueNudges;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.review.application.CompletedVisits;
import org.bodywork.therapists.review.application.CountReview;
import org.bodywork.therapists.review.application.Reports;
import org.bodywork.therapists.review.application.Reviews;
import org.bodywork.therapists.review.domain.ReviewId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Mono;

/** The collections of reviews: their indexes, the work of counting, and when reports are forgotten. */
@Configuration(proxyBeanMethods = false)
class ReviewStore {

    private static final String COUNTING = "reviews-to-count";
    private static final int COUNTED_AT_ONCE = 2;
    private static final Duration LEASE = Duration.ofSeconds(30);

    @Bean
    Reviews reviews(ReactiveMongoTemplate mongo, BusinessClock clock, ObjectProvider<DueNudges> nudges) {
        return new MongoReviews(mongo, clock, () -> nudges.getObject().nudge(COUNTING));
    }

    @Bean
    CompletedVisits completedVisits(ReactiveMongoTemplate mongo) {
        return new MongoCompletedVisits(mongo);
    }

    @Bean
    Reports reports(ReactiveMongoTemplate mongo) {
        return new MongoReports(mongo);
    }

    @Bean
    DueQueue reviewsToCount(CountReview counting) {
        return new DueQueue(COUNTING, ReviewDocument.COLLECTION, COUNTED_AT_ONCE, LEASE, work -> count(work, counting));
    }

    private static Mono<Void> count(Claimed work, CountReview counting) {
        return counting.count(
                new ReviewId(UUID.fromString(work.id().toString())),
                new TherapistId(UUID.fromString(work.document().getString("therapistId"))));
    }

    @Bean
    DueQueue forgottenReports(ReactiveMongoTemplate mongo) {
        return new DueQueue(
                "forgotten-reports",
                MongoReports.COLLECTION,
                1,
                LEASE,
                work -> mongo.remove(
                                Query.query(Criteria.where("_id")
                                        .is(work.id())
                                        .and("claim")
                                        .is(work.token())),
                                MongoReports.COLLECTION)
                        .then());
    }

    @Bean
    CollectionIndexes reviewIndexes() {
        return new CollectionIndexes(ReviewDocument.COLLECTION, reviewIndexList());
    }

    static List<IndexModel> reviewIndexList() {
        return List.of(
                due(),
                new IndexModel(Indexes.compoundIndex(
                        Indexes.ascending("therapistId"), Indexes.descending("writtenAt", "_id"))));
    }

    @Bean
    CollectionIndexes completedVisitIndexes() {
        return new CollectionIndexes(MongoCompletedVisits.COLLECTION, completedVisitIndexList());
    }

    static List<IndexModel> completedVisitIndexList() {
        return List.of(new IndexModel(Indexes.ascending("tokenHash"), new IndexOptions().unique(true)));
    }

    @Bean
    CollectionIndexes reportIndexes() {
        return new CollectionIndexes(MongoReports.COLLECTION, reportIndexList());
    }

    static List<IndexModel> reportIndexList() {
        return List.of(
                due(),
                new IndexModel(Indexes.ascending("reporter", "reviewId"), new IndexOptions().unique(true)),
                new IndexModel(Indexes.descending("at", "_id")));
    }

    private static IndexModel due() {
        return new IndexModel(Indexes.ascending("due"), new IndexOptions().sparse(true));
    }
}
