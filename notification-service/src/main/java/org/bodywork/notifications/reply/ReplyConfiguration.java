package org.bodywork.notifications.reply;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bodywork.notifications.delivery.application.Suppressions;
import org.bodywork.notifications.notification.application.Places;
import org.bodywork.notifications.notification.application.UpcomingVisits;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.OutboxCollection;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

@Configuration(proxyBeanMethods = false)
class ReplyConfiguration {

    @Bean
    AnswerTexts answerTexts(
            Suppressions suppressions,
            UpcomingVisits visits,
            Places places,
            ReactiveMongoTemplate mongo,
            Outbox outbox,
            BusinessClock clock) {
        return new AnswerTexts(suppressions, visits, places, new ReplyWords(), mongo, outbox, clock);
    }

    @Bean
    OutboxCollection replyEvents(ReactiveMongoTemplate mongo) {
        return new OutboxCollection(ReplyDocument.COLLECTION, stored -> {
            ReplyDocument reply = mongo.getConverter().read(ReplyDocument.class, stored);
            return ReplyDocument.events(reply.id(), reply.meaning(), reply.appointment(), reply.at());
        });
    }

    @Bean
    CollectionIndexes replyIndexes() {
        return new CollectionIndexes(
                ReplyDocument.COLLECTION,
                List.of(new IndexModel(Indexes.ascending("relay.until"), new IndexOptions().sparse(true))));
    }
}
