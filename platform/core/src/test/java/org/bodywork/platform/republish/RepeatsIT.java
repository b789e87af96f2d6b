package org.bodywork.platform.republish;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

@MongoContract
class RepeatsIT {

    private static final Instant NOW = Instant.parse("2026-11-24T16:00:00Z");
    private static final String THINGS = "things";
    private static final String EVERY = "every";

    private final SettableClock clock = SettableClock.at(NOW);
    private final ReactiveMongoTemplate mongo;
    private final Repeats repeats;

    RepeatsIT(TestDatabase database) {
        mongo = database.template();
        repeats = new Repeats(
                List.of(
                        new Republished(
                                "some", THINGS, Filters.eq("status", "OPEN"), Filters.ne("status", "SECRET"), false),
                        Republished.everythingDaily(EVERY, EVERY)),
                mongo,
                Outbox.unattended(clock),
                new BusinessClock(clock),
                clock);
    }

    @Test
    void asksTheRelayForAllThatIsOpenPageByPage() {
        store(THINGS, 2_100, "OPEN");
        store(THINGS, 3, "ENDED");

        asked("some", List.of());
        work("some");
        work("some");

        assertThat(marked(THINGS)).isEqualTo(2_000);
        work("some");
        assertThat(marked(THINGS)).isEqualTo(2_100);
        assertThat(find(Repeats.COLLECTION, "some")).isEmpty();
    }

    @Test
    void sendsByIdAlsoWhatHasEndedButNothingThatWasNeverTold() {
        put(THINGS, "ended", "ENDED");
        put(THINGS, "secret", "SECRET");
        put(THINGS, "other", "OPEN");

        asked("some", List.of("ended", "secret", "unknown"));

        assertThat(one(THINGS, "ended")).containsKey("relay");
        assertThat(one(THINGS, "secret")).doesNotContainKey("relay");
        assertThat(one(THINGS, "other")).doesNotContainKey("relay");
    }

    @Test
    void leavesAloneWhatIsOnItsWay() {
        put(THINGS, "changed", "OPEN");
        Document lease = new Document("token", "of its writer").append("until", NOW.plusSeconds(30));
        mongo.updateFirst(byId("changed"), new Update().set("relay", lease), THINGS)
                .block();

        asked("some", List.of("changed"));

        assertThat(one(THINGS, "changed").get("relay", Document.class).getString("token"))
                .isEqualTo("of its writer");
    }

    @Test
    void pilesNothingUpWhenItIsAskedAgain() {
        put(THINGS, "a", "OPEN");

        asked("some", List.of());
        asked("some", List.of());
        work("some");
        Document first = one(THINGS, "a").get("relay", Document.class);
        asked("some", List.of());
        work("some");

        assertThat(one(THINGS, "a").get("relay", Document.class)).isEqualTo(first);
        assertThat(find(Repeats.COLLECTION, "some")).isEmpty();
    }

    @Test
    void beginsAgainForWhoeverAsksWhileItGoesOn() {
        store(THINGS, 1_100, "OPEN");
        asked("some", List.of());
        Claimed first = claim("some");

        asked("some", List.of());
        repeats.handle(first).block();

        Document planned = one(Repeats.COLLECTION, "some");
        assertThat(planned).as("the page of before does not count").doesNotContainKey("last");
        work("some");
        work("some");
        assertThat(marked(THINGS)).isEqualTo(1_100);
    }

    @Test
    void sendsEverythingDailyWhereThatIsPromised() {
        put(EVERY, "a", "OPEN");
        assertThat(repeats.daily()).containsOnly(Map.entry(EVERY, NOW.plus(Duration.ofDays(1))));
        mongo.insert(new Document("_id", EVERY).append("due", NOW.plus(Duration.ofDays(1))), Repeats.COLLECTION)
                .block();

        clock.set(NOW.plus(Duration.ofDays(1)));
        work(EVERY);

        assertThat(marked(EVERY)).isOne();
        assertThat(dueOf(EVERY)).isEqualTo(NOW.plus(Duration.ofDays(2)));
    }

    @Test
    void leavesTheTopicsOfOthersToThem() {
        asked("unheard-of", List.of());

        assertThat(find(Repeats.COLLECTION, "unheard-of")).isEmpty();
    }

    private void asked(String topic, List<String> ids) {
        String json = EventJson.write(new RepublishRequested(topic, ids, "some-service"));
        repeats.handle(new ReceivedEvent(
                        RepublishRequested.TOPIC, topic, RepublishRequested.TYPE, topic, clock.instant(), json))
                .block();
    }

    private void work(String topic) {
        repeats.handle(claim(topic)).block();
    }

    private Claimed claim(String topic) {
        String token = UUID.randomUUID().toString();
        mongo.updateFirst(byId(topic), new Update().set("claim", token), Repeats.COLLECTION)
                .block();
        return new Claimed(one(Repeats.COLLECTION, topic), token, 1);
    }

    private Instant dueOf(String topic) {
        return one(Repeats.COLLECTION, topic).getDate("due").toInstant();
    }

    private long marked(String collection) {
        return Objects.requireNonNull(
                mongo.count(Query.query(Criteria.where("relay").exists(true)), collection)
                        .block());
    }

    private void store(String collection, int many, String status) {
        mongo.insert(
                        IntStream.range(0, many)
                                .mapToObj(each -> thing(UUID.randomUUID().toString(), status))
                                .toList(),
                        collection)
                .blockLast();
    }

    private void put(String collection, String id, String status) {
        mongo.insert(thing(id, status), collection).block();
    }

    private static Document thing(String id, String status) {
        return new Document("_id", id).append("sequence", 1L).append("status", status);
    }

    private Document one(String collection, String id) {
        return find(collection, id).getFirst();
    }

    private List<Document> find(String collection, String id) {
        return Objects.requireNonNull(
                mongo.find(byId(id), Document.class, collection).collectList().block());
    }

    private static Query byId(String id) {
        return Query.query(Criteria.where("_id").is(id));
    }
}
