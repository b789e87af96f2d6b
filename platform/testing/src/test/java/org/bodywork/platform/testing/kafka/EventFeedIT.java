package org.bodywork.platform.testing.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.contracts.ExampleEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EventFeedIT {

    private static final String SERVERS = KafkaBacking.BROKER.bootstrapServers();
    private static final ExampleEvent PRACTICE = ExampleEvent.of("org.bodywork.practice.changed.v1", "full");

    private final SettableClock clock = SettableClock.at("2026-11-24T16:00:00Z");

    @BeforeAll
    static void createTopic() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", SERVERS))) {
            admin.createTopics(List.of(new NewTopic(PRACTICE.topic(), 1, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void sendsWhatTheContractSays() {
        var event = PRACTICE.withId(UUID.randomUUID()).withSequence(3);
        try (var probe = EventProbe.on(SERVERS, event.topic());
                var feed = EventFeed.as("therapist-service", SERVERS, clock)) {
            feed.send(event);

            SeenEvent seen = probe.await(event.topic(), any -> true);
            assertThat(seen.headers())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", event.subject() + "-3",
                            "ce_source", "/therapist-service",
                            "ce_type", event.type(),
                            "ce_subject", event.subject(),
                            "ce_time", "2026-11-24T16:00:00Z",
                            "content-type", "application/json"));
            EventContract.of(seen.type()).assertFits(seen.value());
        }
    }

    @Test
    void sendsTheSameTwiceAndAnOlderOne() {
        var event = PRACTICE.withId(UUID.randomUUID()).withSequence(5);
        try (var probe = EventProbe.on(SERVERS, event.topic());
                var feed = EventFeed.as("therapist-service", SERVERS, clock)) {
            feed.send(event);
            feed.send(event);
            feed.send(event.withSequence(4));

            String id = event.subject();
            assertThat(probe.upToNow(event.topic()))
                    .extracting(seen -> seen.headers().get("ce_id"))
                    .containsExactly(id + "-5", id + "-5", id + "-4");
        }
    }
}
