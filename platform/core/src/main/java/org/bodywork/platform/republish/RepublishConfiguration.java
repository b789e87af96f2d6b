package org.bodywork.platform.republish;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.due.FirstDue;
import org.bodywork.platform.events.Subscription;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** Only where there is something to send again. */
@AutoConfiguration
@ConditionalOnBean(Republished.class)
class RepublishConfiguration {

    private static final Duration LEASE = Duration.ofSeconds(30);

    @Bean
    Repeats repeats(
            ObjectProvider<Republished> topics,
            ReactiveMongoTemplate mongo,
            Outbox outbox,
            BusinessClock business,
            Clock clock) {
        return new Repeats(topics.orderedStream().toList(), mongo, outbox, business, clock);
    }

    @Bean
    Subscription requestsToRepublish(Repeats repeats, Environment environment) {
        String service = environment.getRequiredProperty("spring.application.name");
        return new Subscription(RepublishRequested.TOPIC, service, repeats);
    }

    @Bean
    DueQueue repeatsDue(Repeats repeats) {
        return new DueQueue("repeats", Repeats.COLLECTION, 1, LEASE, repeats);
    }

    @Bean
    CollectionIndexes repeatsIndexes() {
        return new CollectionIndexes(
                Repeats.COLLECTION, List.of(new IndexModel(Indexes.ascending("due"), new IndexOptions().sparse(true))));
    }

    @Bean
    FirstDue dailyRepeats(Repeats repeats) {
        return new FirstDue(Repeats.COLLECTION, repeats::daily);
    }
}
