package org.bodywork.therapists.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.bodywork.therapists.Fresh;
import org.bodywork.therapists.RunningService;
import org.bodywork.therapists.ServiceClient;
import org.bodywork.therapists.TestSecrets;
import org.bodywork.therapists.importing.adapter.csv.TestRow;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;

/** What importing keeps to, on whatever MongoDB. */
@RunningService
abstract class ImportContract {

    @Autowired
    ServiceClient service;

    @Autowired
    ReactiveMongoTemplate mongo;

    @Autowired
    EventCipher cipher;

    @Autowired
    Environment environment;

    @Test
    void importsTheGoodRowsAndSaysWhatIsWrongWithTheOthers() {
        TestRow good = Fresh.therapist();
        TestRow bad = Fresh.therapist().with("zip", "6311").with("instant", "maybe");

        service.importing(good, bad).expectStatus().isOk().expectBody().json("""
                        {"rows": 2, "imported": 1, "unchanged": 0, "refusedRows": 1, "refused": [
                          {"line": 3, "column": "zip", "reason": "'6311' is not a ZIP code"},
                          {"line": 3, "column": "instant", "reason": "'maybe' is not true or false"}]}
                        """);

        service.get("/api/therapists/{slug}", good.get("therapist_id"))
                .expectStatus()
                .isOk();
        service.get("/api/therapists/{slug}", bad.get("therapist_id"))
                .expectStatus()
                .isNotFound();
        service.get("/api/practices/{slug}", bad.get("practice_id"))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void importingTwiceIsImportingOnce() {
        String practice = Fresh.slug("practice");
        TestRow[] rows = {Fresh.therapistAt(practice), Fresh.therapistAt(practice)};
        service.importing(rows).expectStatus().isOk();

        service.importing(rows)
                .expectBody()
                .json("{\"rows\": 2, \"imported\": 0, \"unchanged\": 2, \"refusedRows\": 0}");

        assertThat(sequence("practices", practice)).isEqualTo(1);
        assertThat(sequence("therapists", rows[0].get("therapist_id"))).isEqualTo(1);
        assertThat(sequence("therapists", rows[1].get("therapist_id"))).isEqualTo(1);
    }

    @Test
    void aChangedRowChangesItsTherapistOnly() {
        String practice = Fresh.slug("practice");
        TestRow changing = Fresh.therapistAt(practice);
        TestRow staying = Fresh.therapistAt(practice);
        service.importing(changing, staying).expectStatus().isOk();

        service.importing(changing.with("approach", "Firm.").with("gender", ""), staying)
                .expectBody()
                .json("{\"imported\": 1, \"unchanged\": 1}");

        assertThat(sequence("therapists", changing.get("therapist_id"))).isEqualTo(2);
        assertThat(sequence("therapists", staying.get("therapist_id"))).isEqualTo(1);
        assertThat(sequence("practices", practice)).isEqualTo(1);
        service.get("/api/therapists/{slug}", changing.get("therapist_id"))
                .expectBody()
                .jsonPath("$.approach")
                .isEqualTo("Firm.")
                .jsonPath("$.gender")
                .doesNotExist();
    }

    @Test
    void tellsColleaguesAtTheLocationOfItsNewRooms() {
        String practice = Fresh.slug("practice");
        TestRow named = Fresh.therapistAt(practice);
        TestRow colleague = Fresh.therapistAt(practice);
        service.importing(named, colleague).expectStatus().isOk();

        service.importing(named.with("rooms", "Attic")).expectStatus().isOk();

        Document listing = stored("therapists", colleague.get("therapist_id")).get("listing", Document.class);
        assertThat(listing.getList("locations", Document.class).getFirst().getList("rooms", String.class))
                .containsExactly("Attic");
    }

    @Test
    void refusesARowWholeWhenItsEmailIsAnotherAccounts() {
        TestRow first = Fresh.therapist();
        TestRow second = Fresh.therapist().with("email", first.get("email"));

        service.importing(first, second).expectBody().json("""
                        {"imported": 1, "refusedRows": 1, "refused": [
                          {"line": 3, "column": "email", "reason": "is the address of another account"}]}
                        """);

        service.get("/api/practices/{slug}", second.get("practice_id"))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void savesTheRestOfABatchInWhoseMiddleAnAddressIsTaken() {
        TestRow holder = Fresh.therapist();
        service.importing(holder).expectStatus().isOk();
        String practice = Fresh.slug("practice");
        TestRow[] rows =
                Stream.generate(() -> Fresh.therapistAt(practice)).limit(5).toArray(TestRow[]::new);
        rows[2] = rows[2].with("email", holder.get("email"));

        service.importing(rows).expectBody().json("""
                        {"rows": 5, "imported": 4, "unchanged": 0, "refusedRows": 1, "refused": [
                          {"line": 4, "column": "email", "reason": "is the address of another account"}]}
                        """);

        assertThat(Stream.of(rows).map(row -> isStored("therapists", row.get("therapist_id"))))
                .containsExactly(true, true, false, true, true);
    }

    @Test
    void savesTheRestOfABatchInWhoseMiddleAnIdIsTaken() {
        TestRow taken = Fresh.therapist();
        service.importing(taken).expectStatus().isOk();
        giveToAnother("therapists", taken.get("therapist_id"));
        TestRow before = Fresh.therapist();
        TestRow after = Fresh.therapist();

        service.importing(before, taken, after).expectBody().json("""
                        {"rows": 3, "imported": 2, "unchanged": 0, "refusedRows": 1, "refused": [
                          {"line": 3, "column": "therapist_id", "reason": "is taken by another therapist"}]}
                        """);

        assertThat(isStored("therapists", after.get("therapist_id"))).isTrue();
    }

    @Test
    void refusesEveryRowOfAPracticeWhoseIdIsTaken() {
        TestRow unclaimed = TestRow.aPractice(Fresh.slug("practice"));
        service.importing(unclaimed).expectStatus().isOk();
        giveToAnother("practices", unclaimed.get("practice_id"));
        TestRow one = Fresh.therapistAt(unclaimed.get("practice_id"));
        TestRow other = Fresh.therapistAt(unclaimed.get("practice_id"));

        service.importing(one, other, Fresh.therapist()).expectBody().json("""
                        {"rows": 3, "imported": 1, "unchanged": 0, "refusedRows": 2, "refused": [
                          {"line": 2, "column": "practice_id", "reason": "is taken by another practice"},
                          {"line": 3, "column": "practice_id", "reason": "is taken by another practice"}]}
                        """);

        assertThat(isStored("therapists", one.get("therapist_id"))).isFalse();
    }

    @Test
    void keepsEveryLocationOfAPracticeThatABatchNames() {
        String practice = Fresh.slug("practice");
        TestRow here = Fresh.therapistAt(practice);
        TestRow there = Fresh.therapistAt(practice).with("location_id", Fresh.slug("there"));

        service.importing(here, there).expectBody().json("{\"imported\": 2, \"refusedRows\": 0}");

        Document listing = stored("practices", practice).get("listing", Document.class);
        assertThat(listing.getList("locations", Document.class)).hasSize(2);
    }

    @Test
    void leavesAllBatchesOfARepeatedFileAsTheyAre() {
        TestRow[] rows = manyRows();
        service.importing(rows).expectBody().json("{\"rows\": 520, \"imported\": 520, \"refusedRows\": 0}");

        service.importing(rows)
                .expectBody()
                .json("{\"rows\": 520, \"imported\": 0, \"unchanged\": 520, \"refusedRows\": 0}");

        assertThat(Stream.of(rows).map(row -> sequence("therapists", row.get("therapist_id"))))
                .containsOnly(1L);
    }

    @Test
    void savesEachRowOnceWhenTheSameFileComesTwiceAtOnce() {
        TestRow[] rows = manyRows();

        Stream.of(importingAside(rows), importingAside(rows))
                .toList()
                .forEach(answer -> answer.join()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .json("{\"rows\": 520, \"refusedRows\": 0, \"refused\": []}"));

        assertThat(Stream.of(rows).map(row -> sequence("therapists", row.get("therapist_id"))))
                .containsOnly(1L);
        assertThat(Stream.of(rows).map(row -> sequence("practices", row.get("practice_id"))))
                .containsOnly(1L);
    }

    @Test
    void refusesRowsThatContradictAnEarlierOne() {
        String practice = Fresh.slug("practice");
        TestRow first = Fresh.therapistAt(practice);
        TestRow renamed =
                Fresh.therapistAt(practice).with("practice_name", "Another").with("rooms", "Attic");

        service.importing(first, renamed, first).expectBody().json("""
                        {"imported": 1, "refusedRows": 2, "refused": [
                          {"line": 3, "column": "practice_name", "reason": "differs from line 2"},
                          {"line": 3, "column": "rooms", "reason": "differs from line 2"},
                          {"line": 4, "column": "therapist_id", "reason": "the same therapist as on line 2"}]}
                        """);
    }

    @Test
    void publishesWhatItImportsAsTheContractsSay() {
        TestRow row = Fresh.therapist();
        try (EventProbe probe = EventProbe.on(brokers(), "therapists", "practices", "staff")) {
            service.importing(row).expectStatus().isOk();

            SeenEvent practice =
                    probe.await("practices", event -> event.text("/slug").equals(row.get("practice_id")));
            SeenEvent therapist =
                    probe.await("therapists", event -> event.text("/slug").equals(row.get("therapist_id")));
            SeenEvent staff =
                    probe.await("staff", event -> event.text("/therapistId").equals(therapist.subject()));

            EventContract.of("org.bodywork.practice.changed.v1").assertFits(practice.value());
            EventContract.of("org.bodywork.therapist.changed.v1").assertFits(therapist.value());
            EventContract.of("org.bodywork.staff.changed.v1").assertFits(staff.value());
            assertThat(staff.value()).doesNotContain(row.get("email"));
            assertThat(cipher.open(staff.subject(), staff.type(), staff.text("/sealed")))
                    .contains(row.get("email"));
        }
    }

    @Test
    void publishesEachOfManyRowsToo() {
        TestRow[] rows = Stream.generate(Fresh::therapist).limit(30).toArray(TestRow[]::new);
        try (EventProbe probe = EventProbe.on(brokers(), "therapists", "practices", "staff")) {
            service.importing(rows).expectBody().json("{\"imported\": 30}");

            for (TestRow row : rows) {
                SeenEvent practice =
                        probe.await("practices", event -> event.text("/slug").equals(row.get("practice_id")));
                SeenEvent therapist =
                        probe.await("therapists", event -> event.text("/slug").equals(row.get("therapist_id")));
                SeenEvent staff =
                        probe.await("staff", event -> event.text("/therapistId").equals(therapist.subject()));

                EventContract.of("org.bodywork.practice.changed.v1").assertFits(practice.value());
                EventContract.of("org.bodywork.therapist.changed.v1").assertFits(therapist.value());
                EventContract.of("org.bodywork.staff.changed.v1").assertFits(staff.value());
                assertThat(cipher.open(staff.subject(), staff.type(), staff.text("/sealed")))
                        .contains(row.get("email"));
            }
        }
    }

    @Test
    void publishesAPracticeWithoutTheLocationWhoseStreetIsNotKnown() {
        TestRow row = TestRow.aPractice(Fresh.slug("practice")).with("street", "");
        try (EventProbe probe = EventProbe.on(brokers(), "practices")) {
            service.importing(row).expectBody().json("{\"imported\": 1}");

            SeenEvent practice =
                    probe.await("practices", event -> event.text("/slug").equals(row.get("practice_id")));

            EventContract.of("org.bodywork.practice.changed.v1").assertFits(practice.value());
            assertThat(practice.data().get("locations").isEmpty()).isTrue();
        }
    }

    @Test
    void publishesNothingForAnUnchangedRow() {
        TestRow row = Fresh.therapist();
        service.importing(row).expectStatus().isOk();
        Await.until("published", () -> stored("therapists", row.get("therapist_id")), now -> !now.containsKey("relay"));
        Await.until("published", () -> stored("practices", row.get("practice_id")), now -> !now.containsKey("relay"));
        try (EventProbe probe = EventProbe.on(brokers(), "therapists", "practices", "staff")) {
            service.importing(row).expectStatus().isOk();

            probe.none("therapists", event -> event.text("/slug").equals(row.get("therapist_id")));
            probe.none("practices", event -> event.text("/slug").equals(row.get("practice_id")));
        }
    }

    @Test
    void namesTheColumnsOfAHeaderItCannotUse() {
        service.importing(TestRow.header().replace("zip,", "") + ",hobby")
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .json("""
                        {"status": 400, "errors": [
                          {"pointer": "/hobby", "detail": "is not a column of this format"},
                          {"pointer": "/zip", "detail": "is missing"}]}
                        """);
    }

    @Test
    void isThereOnlyForWhoKnowsTheInternalToken() {
        service.http()
                .post()
                .uri("/internal/import/therapists")
                .contentType(ServiceClient.CSV)
                .bodyValue(TestRow.header())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void readsCsvOnly() {
        service.http()
                .post()
                .uri("/internal/import/therapists")
                .header("X-Internal-Token", TestSecrets.INTERNAL_TOKEN)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    @Test
    void refusesMoreThanFiftyMegabytes() {
        byte[] chunk = "x".repeat(1 << 16).getBytes(UTF_8);
        Flux<DataBuffer> endless = Flux.concat(
                Flux.just(wrapped((TestRow.header() + "\n").getBytes(UTF_8))),
                Flux.range(0, 801).map(number -> wrapped(chunk)));

        service.http()
                .post()
                .uri("/internal/import/therapists")
                .header("X-Internal-Token", TestSecrets.INTERNAL_TOKEN)
                .contentType(ServiceClient.CSV)
                .body(BodyInserters.fromDataBuffers(endless))
                .exchange()
                .expectStatus()
                .isEqualTo(413);
    }

    /** More than two batches, of four therapists a practice. */
    private static TestRow[] manyRows() {
        return Stream.generate(() -> Fresh.slug("practice"))
                .limit(130)
                .flatMap(practice ->
                        Stream.generate(() -> Fresh.therapistAt(practice)).limit(4))
                .toArray(TestRow[]::new);
    }

    private CompletableFuture<ResponseSpec> importingAside(TestRow[] rows) {
        return CompletableFuture.supplyAsync(() -> service.importing(rows), Thread::startVirtualThread);
    }

    /** As if somebody else had been listed under this slug. */
    private void giveToAnother(String collection, String slug) {
        Document held = stored(collection, slug);
        mongo.remove(Query.query(Criteria.where("_id").is(held.get("_id"))), collection)
                .block();
        mongo.insert(new Document(held).append("_id", UUID.randomUUID().toString()), collection)
                .block();
    }

    private static DataBuffer wrapped(byte[] bytes) {
        return DefaultDataBufferFactory.sharedInstance.wrap(ByteBuffer.wrap(bytes));
    }

    private String brokers() {
        return environment.getRequiredProperty("spring.kafka.bootstrap-servers");
    }

    private long sequence(String collection, String slug) {
        return stored(collection, slug).get("sequence", Number.class).longValue();
    }

    private boolean isStored(String collection, String slug) {
        return find(collection, slug).isPresent();
    }

    private Document stored(String collection, String slug) {
        return find(collection, slug).orElseThrow();
    }

    private Optional<Document> find(String collection, String slug) {
        Query bySlug = Query.query(Criteria.where("listing.slug").is(slug));
        return mongo.findOne(bySlug, Document.class, collection).blockOptional();
    }
}
