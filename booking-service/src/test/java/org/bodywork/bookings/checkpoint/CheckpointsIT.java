package org.bodywork.bookings.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bodywork.bookings.appointment.application.VisitSequences;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@MongoContract
class CheckpointsIT {

    private static final Instant NOW = Instant.parse("2026-11-24T08:30:00Z");

    private final List<Event> sent = new ArrayList<>();
    private final Visits visits = new Visits();
    private final ReactiveMongoTemplate mongo;
    private final Checkpoints checkpoints;

    CheckpointsIT(TestDatabase database) {
        mongo = database.template();
        checkpoints = new Checkpoints(visits, sent::addAll, mongo, new BusinessClock(SettableClock.at(NOW)));
    }

    @Test
    void tellsOfWhatChangedInTheLastDayAndTwoHours() {
        visits.recent.addAll(some(2));

        work(Scope.RECENT);

        AppointmentCheckpoint told = told().getFirst();
        assertThat(visits.askedFrom).isEqualTo(NOW.minus(Duration.ofHours(26)));
        assertThat(told.scope()).isEqualTo("recent");
        assertThat(told.visits()).isEqualTo(visits.recent);
        assertThat(told.at()).isEqualTo(NOW);
    }

    @Test
    void tellsOfAllThatLiveInPartsThatKnowTheirNumber() {
        visits.live.addAll(some(1_001));

        work(Scope.LIVE);

        assertThat(told()).extracting(AppointmentCheckpoint::part).containsExactly(1L, 2L, 3L);
        assertThat(told()).extracting(AppointmentCheckpoint::parts).containsOnly(3L);
        assertThat(told()).extracting(part -> part.visits().size()).containsExactly(500, 500, 1);
        assertThat(told()).flatExtracting(AppointmentCheckpoint::visits).isEqualTo(visits.live);
    }

    @Test
    void fitsThePublishedContractAlsoWhereThereIsNothing() {
        visits.live.addAll(some(3));
        work(Scope.RECENT);
        work(Scope.LIVE);

        assertThat(sent).hasSize(2).allSatisfy(event -> {
            EventContract.of(event.type()).assertFits(event.json());
            assertThat(event.topic()).isEqualTo(EventContract.of(event.type()).topic());
            assertThat(event.key()).isEqualTo("checkpoint");
        });
        assertThat(told().getFirst().visits()).isEmpty();
    }

    @Test
    void isDueAgainInAnHourAndAtNight() {
        assertThat(checkpoints.due())
                .containsEntry("RECENT", NOW.plus(Duration.ofHours(1)))
                .containsEntry("LIVE", Instant.parse("2026-11-24T09:00:00Z"));
        assertThat(Scope.LIVE.nextAfter(Instant.parse("2026-11-24T09:00:00Z")))
                .isEqualTo(Instant.parse("2026-11-25T09:00:00Z"));

        work(Scope.RECENT);

        assertThat(dueOf(Scope.RECENT)).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void whoLostTheClaimPlansNothing() {
        mongo.insert(new Document("_id", "RECENT").append("due", NOW).append("claim", "of another"), "checkpoints")
                .block();

        checkpoints
                .handle(new Claimed(new Document("_id", "RECENT"), "ours", 1))
                .block();

        assertThat(dueOf(Scope.RECENT)).isEqualTo(NOW);
    }

    private void work(Scope scope) {
        mongo.insert(new Document("_id", scope.name()).append("due", NOW).append("claim", "ours"), "checkpoints")
                .block();
        checkpoints
                .handle(new Claimed(new Document("_id", scope.name()), "ours", 1))
                .block();
    }

    private Instant dueOf(Scope scope) {
        Document stored = mongo.findOne(
                        Query.query(Criteria.where("_id").is(scope.name())), Document.class, Checkpoints.COLLECTION)
                .blockOptional()
                .orElseThrow();
        return stored.getDate("due").toInstant();
    }

    private List<AppointmentCheckpoint> told() {
        return sent.stream()
                .map(event -> EventJson.read(event.json(), AppointmentCheckpoint.class))
                .toList();
    }

    private static List<VisitSequences.VisitSequence> some(int many) {
        return IntStream.range(0, many)
                .mapToObj(each ->
                        new VisitSequences.VisitSequence(UUID.randomUUID().toString(), each + 1L))
                .toList();
    }

    private static final class Visits implements VisitSequences {

        private final List<VisitSequence> recent = new ArrayList<>();
        private final List<VisitSequence> live = new ArrayList<>();
        private Instant askedFrom = Instant.MIN;

        @Override
        public Flux<VisitSequence> toldSince(Instant from) {
            askedFrom = from;
            return Flux.fromIterable(recent);
        }

        @Override
        public Mono<Long> countToldSince(Instant from) {
            return Mono.just((long) recent.size());
        }

        @Override
        public Flux<VisitSequence> live() {
            return Flux.fromIterable(live);
        }

        @Override
        public Mono<Long> countLive() {
            return Mono.just((long) live.size());
        }
    }
}
