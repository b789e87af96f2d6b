package org.bodywork.platform.testing.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.contracts.ExampleEvent;
import org.bodywork.platform.testing.needs.Need;
import org.bodywork.platform.testing.needs.Needs;
import org.junit.jupiter.api.Test;

@Needs(Need.DOCKER)
class KafkaContainerIT {

    @Test
    void carriesAnEventFromFeedToProbe() throws Exception {
        String servers = KafkaBacking.CONTAINER.bootstrapServers();
        var event = ExampleEvent.of("org.bodywork.practice.changed.v1", "full").withId(UUID.randomUUID());
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(event.topic(), 1, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }

        try (var probe = EventProbe.on(servers, event.topic());
                var feed = EventFeed.as("therapist-service", servers, SettableClock.at("2026-11-24T16:00:00Z"))) {
            feed.send(event);

            assertThat(probe.await(event.topic(), seen -> seen.subject().equals(event.subject()))
                            .value())
                    .isEqualTo(event.json());
        }
    }
}
