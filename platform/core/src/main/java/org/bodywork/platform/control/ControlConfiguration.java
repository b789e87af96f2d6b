package org.bodywork.platform.control;

import org.bodywork.platform.due.DueNudges;
import org.bodywork.platform.outbox.OutboxMetrics;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

@AutoConfiguration
@ConditionalOnBooleanProperty("bodywork.clock.control")
class ControlConfiguration {

    @Bean
    StoredOffset storedOffset(ReactiveMongoTemplate mongo) {
        return new StoredOffset(mongo);
    }

    @Bean
    OffsetWatch offsetWatch(StoredOffset stored, BusinessClock clock) {
        return new OffsetWatch(stored, clock);
    }

    @Bean
    ClockController clockController(BusinessClock clock, StoredOffset stored, OutboxMetrics outboxes, DueNudges due) {
        return new ClockController(clock, stored, outboxes, due);
    }
}
