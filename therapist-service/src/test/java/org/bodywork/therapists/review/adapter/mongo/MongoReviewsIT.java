package org.bodywork.therapists.review.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.IndexModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.domain.Tally.Counted;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.review.application.ReviewRejection.TooManyReports;
import org.bodywork.therapists.review.domain.CompletedVisit;
import org.bodywork.therapists.review.domain.Report;
import org.bodywork.therapists.review.domain.Review;
import org.bodywork.therapists.review.domain.Review.Answer;
import org.bodywork.therapists.review.domain.Review.Decision;
import org.bodywork.therapists.review.domain.ReviewId;
import org.bodywork.therapists.review.domain.TokenHash;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

@MongoContract
class MongoReviewsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-24T17:00:00Z");
    private static final TherapistId JUNE = new TherapistId(UUID.randomUUID());

    private final ReactiveMongoTemplate mongo;
    private final MongoReviews reviews;
    private final MongoReports reports;
    private final MongoCompletedVisits visits;

    MongoReviewsIT(TestDatabase database) {
        mongo = database.template();
        index(ReviewDocument.COLLECTION, ReviewStore.reviewIndexList());
        index(MongoReports.COLLECTION, ReviewStore.reportIndexList());
        index(MongoCompletedVisits.COLLECTION, ReviewStore.completedVisitIndexList());
        reviews = new MongoReviews(mongo, new BusinessClock(SettableClock.at(NOW)), () -> {});
        reports = new MongoReports(mongo);
        visits = new MongoCompletedVisits(mongo);
    }

    @Test
    void findsAReviewAsItWasWrittenAnsweredHiddenAndShownAgain() {
        Review written = added(5, NOW);
        Review answered = written.answered(new Answer("Thank you.", "june", NOW.plusSeconds(1)));
        reviews.change(answered).block(PATIENCE);
        assertThat(found(written.id())).isEqualTo(answered);
        Review hidden = decided(answered, new Decision(true, "Names somebody.", "root", NOW.plusSeconds(2)));
        assertThat(found(written.id())).isEqualTo(hidden);

        Review shown = decided(hidden, new Decision(false, "It is a street.", "root", NOW.plusSeconds(3)));

        assertThat(found(written.id())).isEqualTo(shown);
        assertThat(stored(written).getList("decisions", Document.class))
                .extracting(decision -> decision.getString("reason"))
                .containsExactly("Names somebody.", "It is a street.");
    }

    private Review decided(Review review, Decision made) {
        Review decided = review.decided(made);
        reviews.decide(decided, made).block(PATIENCE);
        return decided;
    }

    @Test
    void letsOneOfManyReviewTheSameVisit() {
        CompletedVisit visit = aVisit();

        Long written = Flux.range(1, 16)
                .flatMap(
                        turn -> reviews.add(Review.of(visit, turn % 5 + 1, "Number " + turn, NOW))
                                .thenReturn(turn)
                                .subscribeOn(Schedulers.parallel())
                                .onErrorResume(ConcurrentChange.class, _ -> Mono.empty()),
                        16)
                .count()
                .block(PATIENCE);

        assertThat(written).isEqualTo(1);
        assertThat(reviews.countShown(visit.therapist()).block(PATIENCE)).isEqualTo(1);
    }

    @Test
    void letsOneOfManyChangeTheSameVersion() {
        Review written = added(4, NOW);

        Long changed = Flux.range(0, 8)
                .flatMap(
                        turn -> reviews.change(written.answered(new Answer("Answer " + turn, "june", NOW)))
                                .thenReturn(turn)
                                .subscribeOn(Schedulers.parallel())
                                .onErrorResume(ConcurrentChange.class, _ -> Mono.empty()),
                        8)
                .count()
                .block(PATIENCE);

        assertThat(changed).isEqualTo(1);
        assertThat(found(written.id()).version()).isEqualTo(2);
    }

    @Test
    void listsWhatIsNotHiddenNewestFirst() {
        Review oldest = added(3, NOW.minusSeconds(20));
        Review hidden = added(1, NOW.minusSeconds(10));
        Review newest = added(5, NOW);
        decided(hidden, new Decision(true, "Spam.", "root", NOW));

        assertThat(reviews.shown(JUNE, 0, 20).collectList().block(PATIENCE)).containsExactly(newest, oldest);
        assertThat(reviews.shown(JUNE, 1, 1).collectList().block(PATIENCE)).containsExactly(oldest);
        assertThat(reviews.countShown(JUNE).block(PATIENCE)).isEqualTo(2);
    }

    @Test
    void staysDueUntilItKnowsThatItIsCountedAsItStands() {
        Review written = added(5, NOW);
        assertThat(stored(written)).containsKey("due");
        reviews.settled(written).block(PATIENCE);
        assertThat(stored(written)).containsKey("due");

        reviews.counted(new Counted(written.id().value(), 1, 5)).block(PATIENCE);
        reviews.settled(written).block(PATIENCE);

        assertThat(stored(written)).doesNotContainKeys("due", "claim", "claimableFrom", "attempts");
        assertThat(reviews.toCount(written.id()).block(PATIENCE)).matches(due -> due.countedAs() == 5);
    }

    @Test
    void isDueAgainOnceItIsHidden() {
        Review written = added(5, NOW);
        reviews.counted(new Counted(written.id().value(), 1, 5)).block(PATIENCE);
        reviews.settled(written).block(PATIENCE);

        decided(written, new Decision(true, "Spam.", "root", NOW));

        assertThat(stored(written)).containsKey("due");
    }

    @Test
    void knowsOnlyTheLatestCounting() {
        Review written = added(5, NOW);
        reviews.counted(new Counted(written.id().value(), 2, 0)).block(PATIENCE);

        reviews.counted(new Counted(written.id().value(), 1, 5)).block(PATIENCE);

        assertThat(reviews.toCount(written.id()).block(PATIENCE)).matches(due -> due.countedAs() == 0);
    }

    @Test
    void knowsACompletedVisitByItsHashHoweverOftenItIsTold() {
        CompletedVisit visit = aVisit();
        String appointment = UUID.randomUUID().toString();
        visits.note(appointment, 4, visit).block(PATIENCE);

        visits.note(appointment, 4, visit).block(PATIENCE);
        visits.note(
                        appointment,
                        3,
                        new CompletedVisit(visit.token(), new TherapistId(UUID.randomUUID()), Instant.EPOCH))
                .block(PATIENCE);

        assertThat(visits.withToken(visit.token()).block(PATIENCE)).isEqualTo(visit);
        StepVerifier.create(visits.withToken(new TokenHash("nobody's"))).verifyComplete();
    }

    @Test
    void keepsOneReportOfAReviewFromOnePlace() {
        Review review = added(1, NOW);

        report(review, "here").block(PATIENCE);
        report(review, "here").block(PATIENCE);
        report(review, "there").block(PATIENCE);

        assertThat(reports.count().block(PATIENCE)).isEqualTo(2);
    }

    @Test
    void takesTenReportsADayFromOnePlaceHoweverManyComeAtOnce() {
        Long kept = Flux.range(0, 16)
                .flatMap(
                        _ -> report(added(1, NOW), "here")
                                .thenReturn(true)
                                .subscribeOn(Schedulers.parallel())
                                .onErrorResume(TooManyReports.class, _ -> Mono.empty()),
                        16)
                .count()
                .block(PATIENCE);

        assertThat(kept).isEqualTo(10);
    }

    private Mono<Void> report(Review review, String reporter) {
        return reports.add(new Report(review.id(), review.therapist(), reporter, "Not true.", NOW));
    }

    private Review added(int stars, Instant at) {
        Review review =
                new Review(new ReviewId(UUID.randomUUID()), 1, JUNE, stars, "It helped.", at, false, null, null);
        reviews.add(review).block(PATIENCE);
        return review;
    }

    private static CompletedVisit aVisit() {
        return new CompletedVisit(new TokenHash(UUID.randomUUID().toString()), new TherapistId(UUID.randomUUID()), NOW);
    }

    private Review found(ReviewId id) {
        return reviews.find(id).blockOptional(PATIENCE).orElseThrow();
    }

    private Document stored(Review review) {
        return mongo.findById(review.id().toString(), Document.class, ReviewDocument.COLLECTION)
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private void index(String collection, List<IndexModel> indexes) {
        mongo.getCollection(collection)
                .flatMapMany(all -> all.createIndexes(indexes))
                .blockLast(PATIENCE);
    }
}
