package org.bodywork.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.bodywork.platform.kafka.Publisher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

@AutoConfiguration
class OutboxConfiguration {

    @Bean
    OutboxRelay outboxRelay(
            ObjectProvider<OutboxCollection> collections,
            ReactiveMongoTemplate mongo,
            Publisher publisher,
            Clock clock) {
        return new OutboxRelay(collections.orderedStream().toList(), mongo, publisher, clock);
    }

    @Bean
    Outbox outbox(OutboxRelay relay, Clock clock) {
        return new Outbox(relay, clock);
    }

    @Bean
    OutboxMetrics outboxMetrics(
            ObjectProvider<OutboxCollection> collections,
            ReactiveMongoTemplate mongo,
            Clock clock,
            MeterRegistry registry) {
        return new OutboxMetrics(collections.orderedStream().toList(), mongo, clock, registry);
    }
}
