package org.bodywork.notifications.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.MessageRule;
import org.bodywork.notifications.notification.domain.Place;
import org.bodywork.notifications.notification.domain.Timing;
import org.bodywork.notifications.notification.domain.Timing.BeforeStart;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.platform.consumption.GuardedWrites;
import org.bodywork.platform.events.BadEvent;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.testing.contracts.ExampleEvent;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

@MongoContract
class DirectoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Visit visit = aConfirmedVisit().build();
    private final ExampleEvent practice = ExampleEvent.of("org.bodywork.practice.changed.v1", "full")
            .withId(visit.practice().value())
            .with("/locations/0/id", visit.location().value());
    private final ExampleEvent therapist = ExampleEvent.of("org.bodywork.therapist.changed.v1", "full")
            .withId(visit.therapist().value());

    private final ReactiveMongoTemplate mongo;
    private final StoredRules rules;
    private final DirectoryEvents events;
    private final DirectoryPlaces places;

    DirectoryIT(TestDatabase database) {
        mongo = database.template();
        rules = new StoredRules(mongo, new BusinessClock(Clock.systemUTC()), () -> {});
        events = new DirectoryEvents(new GuardedWrites(database.template()), rules);
        places = new DirectoryPlaces(database.template());
    }

    @Test
    void knowsNoPlaceBeforeItsPractice() {
        events.therapist(received(therapist)).block(PATIENCE);

        assertThat(places.of(visit).blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void callsThePlaceAsItsListingDoes() {
        events.practice(received(practice)).block(PATIENCE);
        events.therapist(received(therapist.with("/name", "June Park"))).block(PATIENCE);

        assertThat(places.of(visit).block(PATIENCE))
                .isEqualTo(new Place(
                        "Maplewood Hands",
                        "(314) 555-0142",
                        "hello@maplewood-hands.example",
                        "7300 Manchester Rd, Suite 2, Maplewood, MO 63143",
                        "June Park",
                        new Place.Point(38.6126, -90.3211)));
    }

    @Test
    void keepsTheNewestNameWhateverTheOrder() {
        events.practice(received(practice.withSequence(5).with("/name", "New Name")))
                .block(PATIENCE);

        events.practice(received(practice.withSequence(4).with("/name", "Old Name")))
                .block(PATIENCE);

        assertThat(places.of(visit).blockOptional(PATIENCE))
                .map(Place::practice)
                .contains("New Name");
    }

    @Test
    void forgetsAPhoneThatIsGone() {
        events.practice(received(practice.withSequence(5))).block(PATIENCE);

        events.practice(received(practice.withSequence(6).without("phone"))).block(PATIENCE);

        assertThat(places.of(visit).blockOptional(PATIENCE))
                .get()
                .extracting(Place::phone)
                .isNull();
    }

    @Test
    void keepsTheListingAndTheRulesBeforeWhereARuleSendsAfterTheVisit() {
        events.practice(received(practice.withSequence(5).with("/messageRules", List.of(reminder("PT48H")))))
                .block(PATIENCE);
        Map<String, Object> late =
                Map.of("kind", "REMINDER", "when", Map.of("afterEnd", "PT1H"), "channels", List.of("EMAIL"));
        Map<String, Object> staffs = Map.of("kind", "NEW_BOOKING", "channels", List.of("EMAIL"));

        assertThatExceptionOfType(BadEvent.class)
                .isThrownBy(() -> events.practice(received(practice.withSequence(6)
                                .with("/name", "New Name")
                                .with("/messageRules", List.of(reminder("PT24H"), late, staffs))))
                        .block(PATIENCE))
                .withMessageContaining("/messageRules/1/afterEnd")
                .withMessageContaining("/messageRules/2/kind");

        assertThat(places.of(visit).blockOptional(PATIENCE))
                .map(Place::practice)
                .contains("New Name");
        assertThat(timingsOfReminders()).containsExactly(new BeforeStart(Duration.ofDays(2)));
    }

    @Test
    void followsTheOtherRulesWhereAKindIsOfANewerProducer() {
        Map<String, Object> newer = Map.of("kind", "BIRTHDAY_CARD", "channels", List.of("EMAIL"));

        events.practice(received(practice.with("/messageRules", List.of(newer, reminder("PT48H")))))
                .block(PATIENCE);

        assertThat(timingsOfReminders()).containsExactly(new BeforeStart(Duration.ofDays(2)));
    }

    @Test
    void takesRulesThatComeAgainOnceTheyCanBeFollowed() {
        ExampleEvent replayed = practice.withSequence(6).with("/messageRules", List.of(reminder("PT48H")));
        events.practice(received(practice.withSequence(6).without("messageRules")))
                .block(PATIENCE);
        // As if the rules of this very event had been bad for us.
        mongo.updateFirst(anyPractice(), new Update().unset("rulesSequence"), PracticeDocument.COLLECTION)
                .block(PATIENCE);

        events.practice(received(replayed)).block(PATIENCE);

        assertThat(timingsOfReminders()).containsExactly(new BeforeStart(Duration.ofDays(2)));
    }

    @Test
    void isDueForNewPlansWhereTheRulesChangedAndOnlyThere() {
        ExampleEvent withRules = practice.with("/messageRules", List.of(reminder("PT48H")));
        events.practice(received(practice.withSequence(5).without("messageRules")))
                .block(PATIENCE);
        assertThat(isDue()).isFalse();

        events.practice(received(withRules.withSequence(6))).block(PATIENCE);
        assertThat(isDue()).isTrue();
        mongo.updateFirst(anyPractice(), new Update().unset("due"), PracticeDocument.COLLECTION)
                .block(PATIENCE);

        events.practice(received(withRules.withSequence(7).with("/name", "New Name")))
                .block(PATIENCE);
        assertThat(isDue()).isFalse();

        events.practice(received(practice.withSequence(8).without("messageRules")))
                .block(PATIENCE);
        assertThat(isDue()).isTrue();
        assertThat(timingsOfReminders()).hasSize(3);
    }

    @Test
    void fallsBackToTheDefaultsWhereStoredRulesCannotBeFollowed() {
        events.practice(received(practice.with("/messageRules", List.of(reminder("PT48H")))))
                .block(PATIENCE);
        mongo.updateFirst(
                        anyPractice(),
                        new Update().set("messageRules.0.when.beforeStart", "PT0S"),
                        PracticeDocument.COLLECTION)
                .block(PATIENCE);

        assertThat(timingsOfReminders()).hasSize(3);
    }

    private static Map<String, Object> reminder(String beforeStart) {
        return Map.of("kind", "REMINDER", "when", Map.of("beforeStart", beforeStart), "channels", List.of("EMAIL"));
    }

    private List<Timing> timingsOfReminders() {
        return rules.of(visit.practice()).blockOptional(PATIENCE).orElseThrow().of(MessageKind.REMINDER).stream()
                .map(MessageRule::timing)
                .toList();
    }

    private boolean isDue() {
        return mongo.exists(anyPractice().addCriteria(where("due").exists(true)), PracticeDocument.COLLECTION)
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private Query anyPractice() {
        return Query.query(where("_id").is(visit.practice().value()));
    }

    private static ReceivedEvent received(ExampleEvent event) {
        return new ReceivedEvent(
                event.topic(), event.key(), event.type(), event.subject(), Instant.EPOCH, event.json());
    }
}
