package org.bodywork.therapists.erasure;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bodywork.platform.events.Subscription;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.OutboxCollection;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.review.application.CompletedVisits;
import org.bodywork.therapists.review.application.Reviews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;

@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

    @Bean
    Subscription erasures(
            Reviews reviews, CompletedVisits visits, ReactiveMongoTemplate mongo, Outbox outbox, BusinessClock clock) {
        return new Subscription(
                ErasureRequested.TOPIC,
                ErasureCompleted.SERVICE,
                new ForgetReviewer(reviews, visits, mongo, outbox, clock));
    }

    @Bean
    OutboxCollection erasureOutbox(MongoConverter converter) {
        return new OutboxCollection(
                ErasureDocument.COLLECTION,
                stored -> List.of(converter
                        .read(ErasureDocument.class, stored)
                        .completed()
                        .event()));
    }

    @Bean
    CollectionIndexes erasureIndexes() {
        return new CollectionIndexes(
                ErasureDocument.COLLECTION,
                List.of(new IndexModel(Indexes.ascending("relay.until"), new IndexOptions().sparse(true))));
    }
}
