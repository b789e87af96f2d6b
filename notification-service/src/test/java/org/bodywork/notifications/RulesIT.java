package org.bodywork.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bodywork.notifications.Town.Booking;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.contracts.ExampleEvent;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** A practice changes what its clients are told. */
@WholeService
class RulesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Town town;
    private final ReactiveMongoTemplate mongo;
    private final String practice = UUID.randomUUID().toString();

    RulesIT(@Autowired Town town, @Autowired ReactiveMongoTemplate mongo) {
        this.town = town;
        this.mongo = mongo;
    }

    @Test
    void badRulesGoToTheDeadLettersAndTheNextEventGoesOn() {
        Map<String, Object> afterTheVisit = reminder("afterEnd", "PT1H");
        Map<String, Object> tooEarly = reminder("beforeStart", "PT1500H");
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "practices-dlt")) {
            town.practice(changed(1, "First").with("/messageRules", List.of(afterTheVisit)));
            town.practice(changed(2, "Second").with("/messageRules", List.of(tooEarly)));

            assertThat(errorOf(probe, 1)).contains("/messageRules/0");
            assertThat(errorOf(probe, 2)).isEqualTo("/messageRules/0/beforeStart: is more than 60 days");
        }
        town.awaitPractice(practice, "Second");

        town.practice(changed(3, "Third").without("messageRules"));

        town.awaitPractice(practice, "Third");
    }

    private String errorOf(EventProbe probe, int sequence) {
        SeenEvent letter = probe.await(
                "practices-dlt",
                seen -> practice.equals(seen.key())
                        && seen.data().path("sequence").asInt() == sequence);
        return letter.headers().getOrDefault("bodywork-error", "");
    }

    private static Map<String, Object> reminder(String when, String time) {
        return Map.of("kind", "REMINDER", "when", Map.of(when, time), "channels", List.of("EMAIL"));
    }

    @Test
    void aReminderThatWaitsGoesWithItsRule() {
        town.practice(changed(1, "First").without("messageRules"));
        town.awaitPractice(practice, "First");
        Booking booking = town.aBooking();
        town.confirmedAt(practice, booking);
        Await.until("reminders wait", () -> reminders(booking), states -> states.contains("PLANNED"));

        town.practice(changed(2, "First").with("/messageRules", List.of(inTheEveningBefore())));

        Await.until(
                "one waits in the evening before",
                () -> reminders(booking),
                states -> states.stream().filter("PLANNED"::equals).count() == 1);
        Await.until(
                "the others are gone",
                () -> reminders(booking),
                states -> states.stream().filter("RULE_REMOVED"::equals).count() >= 3);
    }

    private ExampleEvent changed(long sequence, String name) {
        return ExampleEvent.of("org.bodywork.practice.changed.v1", "full")
                .withId(practice)
                .withSequence(sequence)
                .with("/name", name);
    }

    private static Map<String, Object> inTheEveningBefore() {
        return Map.of(
                "kind",
                "REMINDER",
                "when",
                Map.of("daysBefore", 1, "at", "18:00"),
                "channels",
                List.of("EMAIL", "SMS"),
                "reach",
                "FIRST");
    }

    /** The state of each, or why it was left out. */
    private List<String> reminders(Booking booking) {
        Query theirs =
                Query.query(where("appointmentId").is(booking.id()).and("kind").is("REMINDER"));
        return mongo.find(theirs, Document.class, "notifications")
                .map(stored -> stored.get("progress", Document.class))
                .map(progress -> progress.get("reason", progress.getString("state")))
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }
}
