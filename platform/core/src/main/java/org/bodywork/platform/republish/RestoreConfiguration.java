package org.bodywork.platform.republish;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.List;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.due.FirstDue;
import org.bodywork.platform.kafka.Publisher;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** Only where a copy is kept that can be asked for. */
@AutoConfiguration
@ConditionalOnBean(Restored.class)
class RestoreConfiguration {

    @Bean
    Restoration restoration(
            ObjectProvider<Restored> topics,
            Environment environment,
            ReactiveMongoTemplate mongo,
            Publisher publisher,
            BusinessClock clock) {
        String service = environment.getRequiredProperty("spring.application.name");
        return new Restoration(topics.orderedStream().toList(), service, mongo, publisher, clock);
    }

    @Bean
    DueQueue restorationsDue(Restoration restoration) {
        return new DueQueue("restorations", Restoration.COLLECTION, 1, Duration.ofSeconds(30), restoration);
    }

    @Bean
    FirstDue firstRestorations(Restoration restoration) {
        return new FirstDue(Restoration.COLLECTION, restoration::due);
    }

    @Bean
    CollectionIndexes restorationIndexes() {
        return new CollectionIndexes(
                Restoration.COLLECTION,
                List.of(new IndexModel(Indexes.ascending("due"), new IndexOptions().sparse(true))));
    }
}
