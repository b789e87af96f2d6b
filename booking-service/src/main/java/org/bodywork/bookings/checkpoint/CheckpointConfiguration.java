package org.bodywork.bookings.checkpoint;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.List;
import org.bodywork.bookings.appointment.application.VisitSequences;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.due.FirstDue;
import org.bodywork.platform.kafka.Publisher;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

@Configuration(proxyBeanMethods = false)
class CheckpointConfiguration {

    /** A million visits are two thousand records. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration WAITS_FOR_BROKER = Duration.ofSeconds(15);

    @Bean
    Checkpoints checkpoints(
            VisitSequences visits, Publisher publisher, ReactiveMongoTemplate mongo, BusinessClock clock) {
        return new Checkpoints(visits, events -> publisher.publish(events, WAITS_FOR_BROKER), mongo, clock);
    }

    @Bean
    DueQueue checkpointsDue(Checkpoints checkpoints) {
        return new DueQueue("checkpoints", Checkpoints.COLLECTION, 1, LEASE, checkpoints);
    }

    @Bean
    FirstDue firstCheckpoints(Checkpoints checkpoints) {
        return new FirstDue(Checkpoints.COLLECTION, checkpoints::due);
    }

    @Bean
    CollectionIndexes checkpointIndexes() {
        return new CollectionIndexes(
                Checkpoints.COLLECTION,
                List.of(new IndexModel(Indexes.ascending("due"), new IndexOptions().sparse(true))));
    }
}
