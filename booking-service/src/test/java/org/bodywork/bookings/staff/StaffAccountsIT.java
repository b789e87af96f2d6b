package org.bodywork.bookings.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.consumption.GuardedWrites;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

@MongoContract
class StaffAccountsIT {

    private static final TherapistId THERAPIST =
            TherapistId.of(UUID.randomUUID().toString());
    private static final PracticeId PRACTICE = PracticeId.of(UUID.randomUUID().toString());
    private static final String ACCOUNT = UUID.randomUUID().toString();

    private final ReactiveMongoTemplate mongo;
    private final StaffUpdates updates;
    private final StaffAccounts accounts;

    StaffAccountsIT(TestDatabase database) {
        mongo = database.template();
        updates = new StaffUpdates(new GuardedWrites(mongo));
        accounts = new StaffAccounts(mongo);
    }

    @Test
    void readsEveryPublishedAccount() {
        EventContract.of(StaffChanged.TYPE).assertReadBy(json -> EventJson.read(json, StaffChanged.class));
    }

    @Test
    void theTherapistAndWhoLeadsThePracticeAnswer() {
        String manager = UUID.randomUUID().toString();
        told(ACCOUNT, 1, List.of("therapist"), PRACTICE, THERAPIST);
        told(manager, 1, List.of("manager"), PRACTICE, null);
        told(UUID.randomUUID().toString(), 1, List.of("therapist"), PRACTICE, someoneElse());
        told(UUID.randomUUID().toString(), 1, List.of("manager"), PracticeId.of(ACCOUNT), null);
        told(UUID.randomUUID().toString(), 1, List.of("operator"), null, null);

        assertThat(answering()).containsExactlyInAnyOrder(ACCOUNT, manager);
    }

    @Test
    void whoIsBothIsAskedOnce() {
        told(ACCOUNT, 1, List.of("therapist", "manager"), PRACTICE, THERAPIST);

        assertThat(answering()).containsExactly(ACCOUNT);
        assertThat(accounts.named(ACCOUNT).block()).isEqualTo(new Colleague.PracticeLead(ACCOUNT, PRACTICE));
    }

    @Test
    void whoMayDoNothingAnyMoreAnswersNothing() {
        told(ACCOUNT, 1, List.of("therapist"), PRACTICE, THERAPIST);
        told(ACCOUNT, 2, List.of(), null, null);

        assertThat(answering()).isEmpty();
        assertThat(accounts.named(ACCOUNT).blockOptional()).isEmpty();
    }

    @Test
    void anOlderStateAndTheSameTwiceChangeNothing() {
        told(ACCOUNT, 2, List.of(), null, null);
        told(ACCOUNT, 1, List.of("therapist"), PRACTICE, THERAPIST);
        told(ACCOUNT, 2, List.of("therapist"), PRACTICE, THERAPIST);

        assertThat(answering()).isEmpty();
    }

    @Test
    void keepsNothingOfHowAnybodyIsReached() {
        String json = EventContract.of(StaffChanged.TYPE).example("full").json();
        String id = EventJson.tree(json).at("/id").asString();
        handle(StaffChanged.TYPE, id, json);

        Document stored = mongo.findById(id, Document.class, StaffAccounts.COLLECTION)
                .blockOptional()
                .orElseThrow();

        assertThat(stored.keySet()).isSubsetOf("_id", "sequence", "roles", "practiceId", "therapistId");
    }

    @Test
    void readsPastWarningsOfCredentials() {
        handle("org.bodywork.staff.credential-expiring.v1", ACCOUNT, "{}");

        assertThat(mongo.findAll(Document.class, StaffAccounts.COLLECTION)
                        .collectList()
                        .block())
                .isEmpty();
    }

    private @Nullable List<String> answering() {
        return accounts.of(THERAPIST, PRACTICE).block();
    }

    private static TherapistId someoneElse() {
        return TherapistId.of(UUID.randomUUID().toString());
    }

    private void told(
            String id,
            long sequence,
            List<String> roles,
            @Nullable PracticeId practice,
            @Nullable TherapistId therapist) {
        StaffChanged state = new StaffChanged(
                id,
                sequence,
                roles,
                practice == null ? null : practice.toString(),
                therapist == null ? null : therapist.toString());
        handle(StaffChanged.TYPE, id, EventJson.write(state));
    }

    private void handle(String type, String id, String json) {
        updates.handle(new ReceivedEvent(StaffChanged.TOPIC, id, type, id, Instant.EPOCH, json))
                .block();
    }
}
