package org.bodywork.platform.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

@MongoContract
class DueWorkerIT {

    private static final Instant NOW = Instant.parse("2026-11-24T16:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final SettableClock steady = SettableClock.at(NOW);
    private final BusinessClock business = new BusinessClock(steady);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<DueWorker> started = new ArrayList<>();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final ReactiveMongoTemplate mongo;

    DueWorkerIT(TestDatabase database) {
        mongo = database.template();
    }

    @AfterEach
    void stop() {
        started.forEach(DueWorker::stop);
    }

    @Test
    void worksOnWhatIsDueAndLeavesTheRest() {
        due("past", NOW.minusSeconds(60));
        due("future", NOW.plusSeconds(60));

        start(this::finish).nudge();

        Await.until("the past one is done", () -> done, List.of("past")::equals);
        assertThat(stored("future")).containsKey("due").doesNotContainKey("claim");
    }

    @Test
    void worksOnWhatAMoveOfBusinessTimeMadeDue() {
        due("tomorrow", NOW.plus(Duration.ofHours(24)));
        DueWorker worker = start(this::finish);

        business.moveTo(Duration.ofHours(25));
        worker.nudge();

        Await.until("it is done", () -> done, List.of("tomorrow")::equals);
    }

    @Test
    void triesAgainAfterAPauseWhenWorkFailed() {
        due("shaky", NOW.minusSeconds(1));
        AtomicInteger attempts = new AtomicInteger();
        DueWorker worker = start(work -> attempts.incrementAndGet() < 3
                ? Mono.error(new IllegalStateException("the provider is away"))
                : finish(work));
        worker.nudge();

        Await.until(
                "done at the third attempt",
                () -> {
                    steady.advance(Duration.ofMillis(200));
                    worker.nudge();
                    return done;
                },
                List.of("shaky")::equals);
        assertThat(attempts).hasValue(3);
    }

    @Test
    void waitsOutTheLeaseOfAHolderThatDied() {
        due("orphan", NOW.minusSeconds(1));
        mongo.updateFirst(
                        byId("orphan"),
                        new Update()
                                .set("claim", "dead")
                                .set("claimableFrom", NOW.plus(LEASE))
                                .set("attempts", 1),
                        "work")
                .block();
        DueWorker worker = start(this::finish);
        worker.nudge();
        due("marker", NOW.minusSeconds(1));
        worker.nudge();
        Await.until("only the free one is done", () -> done, List.of("marker")::equals);

        steady.advance(LEASE.plusSeconds(1));
        worker.nudge();

        Await.until("the orphan is done too", () -> done, List.of("marker", "orphan")::equals);
    }

    @Test
    void neverGivesOnePieceOfWorkToTwoInstances() {
        List<String> ids = IntStream.range(0, 200).mapToObj(each -> "w" + each).toList();
        ids.forEach(id -> due(id, NOW.minusSeconds(1)));

        DueWorker one = start(this::finish);
        DueWorker other = start(this::finish);
        one.nudge();
        other.nudge();

        Await.until("all is done", done::size, size -> size >= ids.size());
        assertThat(done).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void worksOnSeveralAtOnceButNoMoreThanAllowed() {
        IntStream.range(0, 20).forEach(each -> due("w" + each, NOW.minusSeconds(1)));
        List<Integer> together = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger running = new AtomicInteger();

        start(work -> Mono.defer(() -> {
                            together.add(running.incrementAndGet());
                            return Mono.delay(Duration.ofMillis(20));
                        })
                        .then(finish(work))
                        .doFinally(_ -> running.decrementAndGet()))
                .nudge();

        Await.until("all is done", done::size, size -> size == 20);
        assertThat(Collections.max(together)).isBetween(2, 4);
    }

    @Test
    void worksAgainAfterAStopAndAStart() {
        DueWorker worker = start(this::finish);
        worker.stop();
        due("past", NOW.minusSeconds(1));

        worker.start();

        Await.until("it is done", () -> done, List.of("past")::equals);
    }

    @Test
    void countsWhatIsOverdueAndHowLateWorkBegan() {
        due("late", NOW.minusSeconds(90));
        DueWorker worker = start(this::finish);
        worker.nudge();

        Await.until("it is done", () -> done, List.of("late")::equals);

        assertThat(registry.get("due.lateness").timer().max(TimeUnit.SECONDS)).isEqualTo(90);
        assertThat(worker.dueNow().block()).isZero();
    }

    @Test
    void worksOffFirstWhatRunsOutFirstWhenItIsBehind() {
        for (int each = 0; each < 5; each++) {
            Document late = new Document("_id", "late-" + each)
                    .append("due", NOW.minusSeconds(300 - each))
                    .append("until", NOW.plusSeconds(100 - each));
            mongo.getCollection("work")
                    .flatMap(all -> Mono.from(all.insertOne(late)))
                    .block();
        }
        DueWorker worker = new DueWorker(
                new DueQueue("line", "work", 1, LEASE, this::finish, "until"), mongo, business, steady, registry);
        started.add(worker);
        worker.start();
        worker.nudge();

        Await.until(
                "the one that was due first shows that it is behind",
                () -> done,
                List.of("late-0", "late-4", "late-3", "late-2", "late-1")::equals);
    }

    private DueWorker start(DueHandler handler) {
        DueWorker worker = new DueWorker(
                new DueQueue("queue-" + started.size(), "work", 4, LEASE, handler), mongo, business, steady, registry);
        started.add(worker);
        worker.start();
        return worker;
    }

    private Mono<Void> finish(Claimed work) {
        Query stillOurs =
                Query.query(Criteria.where("_id").is(work.id()).and("claim").is(work.token()));
        return mongo.updateFirst(stillOurs, new Update().unset("due").unset("claim"), "work")
                .doOnNext(result -> {
                    if (result.getMatchedCount() == 1) {
                        done.add(work.id().toString());
                    }
                })
                .then();
    }

    private void due(String id, Instant due) {
        mongo.getCollection("work")
                .flatMap(all -> Mono.from(all.insertOne(new Document("_id", id).append("due", due))))
                .block();
    }

    private Document stored(String id) {
        return Objects.requireNonNull(
                mongo.findOne(byId(id), Document.class, "work").block());
    }

    private static Query byId(String id) {
        return Query.query(Criteria.where("_id").is(id));
    }
}
