package org.bodywork.bookings.client.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bodywork.bookings.FreshKeys;
import org.bodywork.bookings.client.application.TextCipher;
import org.bodywork.bookings.client.domain.ClientHistory;
import org.bodywork.bookings.client.domain.ClientHistory.Visits;
import org.bodywork.bookings.client.domain.KnownIntake;
import org.bodywork.bookings.client.domain.PastVisit;
import org.bodywork.bookings.client.domain.SealedText;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@MongoContract
class MongoClientRecordsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ADA = "ref-of-ada";
    private static final String VISIT = "visit-1";
    private static final TherapistId JUNE = new TherapistId(UUID.randomUUID());
    private static final TherapistId MAY = new TherapistId(UUID.randomUUID());
    private static final PracticeId CLINIC = new PracticeId(UUID.randomUUID());
    private static final Instant WEEK = Instant.parse("2026-11-30T16:00:00Z");

    private final ReactiveMongoTemplate mongo;
    private final String recordSecret = FreshKeys.key();
    private final MongoClientRecords records;

    MongoClientRecordsIT(TestDatabase database) {
        mongo = database.template();
        records = new MongoClientRecords(mongo, new TextCipher("2026", recordSecret));
    }

    @Test
    void opensWhatWasSealedWithTheClientsKey() {
        SealedText sealed = now(records.keyOf(ADA)).seal(VISIT, "note", "Ring twice.");

        assertThat(now(records.openerOf(ADA)).open(VISIT, "note", sealed)).contains("Ring twice.");
    }

    @Test
    void opensNothingOfAnotherClientOrElsewhere() {
        SealedText sealed = now(records.keyOf(ADA)).seal(VISIT, "note", "Ring twice.");
        now(records.keyOf("ref-of-grace"));

        assertThat(now(records.openerOf("ref-of-grace")).open(VISIT, "note", sealed))
                .isEmpty();
        assertThatThrownBy(() -> now(records.openerOf(ADA)).open(VISIT, "intake", sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> now(records.openerOf(ADA)).open("visit-2", "note", sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void makesOneKeyHoweverManyAskAtOnce() {
        List<String> ids = now(Flux.range(0, 16)
                .flatMap(_ -> records.keyOf(ADA).subscribeOn(Schedulers.parallel()), 16)
                .map(TextCipher::keyId)
                .distinct()
                .collectList());

        assertThat(ids).hasSize(1);
    }

    @Test
    void makesNothingForWhoeverOnlyReads() {
        now(records.openerOf(ADA));

        assertThat(now(mongo.count(new Query(), ClientDocument.COLLECTION))).isZero();
    }

    @Test
    void storesTheKeyWrappedAndNamesTheKeyItIsWrappedWith() {
        TextCipher key = now(records.keyOf(ADA));

        Document stored = now(mongo.findOne(new Query(), Document.class, ClientDocument.COLLECTION));

        assertThat(stored.getString("keyId")).isEqualTo(key.keyId());
        assertThat(stored.getString("wrappedKey")).startsWith("2026.");
        String plain =
                new TextCipher("2026", recordSecret).open(ADA, "key", new SealedText(stored.getString("wrappedKey")));
        assertThat(stored.toJson()).doesNotContain(plain);
    }

    @Test
    void leavesNothingReadableOnceTheClientIsForgotten() {
        SealedText sealed = now(records.keyOf(ADA)).seal(VISIT, "note", "Ring twice.");

        records.forget(ADA).block(PATIENCE);
        records.forget(ADA).block(PATIENCE);

        assertThat(now(records.openerOf(ADA)).open(VISIT, "note", sealed)).isEmpty();
        now(records.keyOf(ADA));
        assertThat(now(records.openerOf(ADA)).open(VISIT, "note", sealed)).isEmpty();
    }

    @Test
    void remembersVisitsByTherapistAndPractice() {
        visited("visit-1", JUNE, WEEK);
        visited("visit-2", JUNE, WEEK.plus(Duration.ofDays(7)));
        visited("visit-0", JUNE, WEEK.minus(Duration.ofDays(7)));
        visited("visit-3", MAY, WEEK);

        ClientHistory history = now(records.historyOf(ADA));

        assertThat(history.visits())
                .containsExactlyInAnyOrder(
                        new Visits(CLINIC, JUNE, WEEK.minus(Duration.ofDays(7)), WEEK.plus(Duration.ofDays(7)), 3),
                        new Visits(CLINIC, MAY, WEEK, WEEK, 1));
        assertThat(history.knows(JUNE)).isTrue();
        assertThat(now(records.historyOf("ref-of-grace")).knows(JUNE)).isFalse();
    }

    @Test
    void countsAVisitOnceHoweverOftenItIsTold() {
        visited("visit-1", JUNE, WEEK);
        visited("visit-2", JUNE, WEEK);

        visited("visit-1", JUNE, WEEK);
        visited("visit-2", JUNE, WEEK);

        assertThat(now(records.historyOf(ADA)).visits())
                .singleElement()
                .satisfies(visits -> assertThat(visits.count()).isEqualTo(2));
    }

    @Test
    void keepsTheKeyAndTheVisitsBesideEachOther() {
        visited("visit-1", JUNE, WEEK);
        String made = now(records.keyOf(ADA)).keyId();
        visited("visit-2", JUNE, WEEK);

        assertThat(now(records.keyOf(ADA)).keyId()).isEqualTo(made);
        assertThat(now(records.historyOf(ADA)).visits())
                .singleElement()
                .satisfies(visits -> assertThat(visits.count()).isEqualTo(2));
    }

    @Test
    void remembersTheNewestAnswersOfEachPerson() {
        answered("visit-2", "ada", WEEK);
        answered("visit-1", "ada", WEEK.minus(Duration.ofDays(7)));
        answered("visit-3", "her son", WEEK.minus(Duration.ofDays(1)));

        ClientHistory history = now(records.historyOf(ADA));

        assertThat(history.intakeOf("ada", CLINIC))
                .hasValueSatisfying(intake -> assertThat(intake).isEqualTo(intake("visit-2", "ada", WEEK)));
        assertThat(history.intakeOf("her son", CLINIC)).isPresent();
        assertThat(history.intakeOf("ada", new PracticeId(UUID.randomUUID()))).isEmpty();
    }

    private void answered(String visit, String person, Instant at) {
        records.visited(ADA, new PastVisit(visit, CLINIC, JUNE, at, intake(visit, person, at)))
                .block(PATIENCE);
    }

    private static KnownIntake intake(String visit, String person, Instant at) {
        return new KnownIntake(CLINIC, person, visit, "2026-1", at, new SealedText("client-1.YW5zd2Vycw=="));
    }

    private void visited(String visit, TherapistId therapist, Instant start) {
        records.visited(ADA, new PastVisit(visit, CLINIC, therapist, start, null))
                .block(PATIENCE);
    }

    private static <T> T now(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE));
    }
}
