package org.bodywork.notifications.erasure;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bodywork.notifications.notification.application.Notifications;
import org.bodywork.notifications.notification.application.Visits;
import org.bodywork.platform.due.DueNudges;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.events.Subscription;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.OutboxCollection;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class ErasureWiring {

    private static final String QUEUE = "erasures";
    private static final Duration LEASE = Duration.ofMinutes(2);

    @Bean
    Subscription erasures(ReactiveMongoTemplate mongo, BusinessClock clock, DueNudges nudges) {
        return new Subscription(
                ErasureRequested.TOPIC, "notification-service", event -> keep(event, mongo, clock, nudges));
    }

    private static Mono<Void> keep(
            ReceivedEvent event, ReactiveMongoTemplate mongo, BusinessClock clock, DueNudges nudges) {
        if (!event.type().equals(ErasureRequested.TYPE)) {
            return Mono.empty();
        }
        return Mono.fromCallable(() -> event.as(ErasureRequested.class))
                .flatMap(asked -> mongo.insert(Erasure.of(asked, clock.now()), Erasure.COLLECTION))
                .then()
                .onErrorComplete(DuplicateKeyException.class)
                .doOnSuccess(_ -> nudges.nudge(QUEUE));
    }

    @Bean
    DueQueue dueErasures(
            Notifications notifications,
            Visits visits,
            ReactiveMongoTemplate mongo,
            Outbox outbox,
            BusinessClock clock) {
        return new DueQueue(
                QUEUE, Erasure.COLLECTION, 1, LEASE, new ForgetPerson(notifications, visits, mongo, outbox, clock));
    }

    @Bean
    OutboxCollection erasureOutbox(ReactiveMongoTemplate mongo) {
        return new OutboxCollection(Erasure.COLLECTION, stored -> presentState(stored, mongo));
    }

    private static List<Event> presentState(Document stored, ReactiveMongoTemplate mongo) {
        Erasure erasure = mongo.getConverter().read(Erasure.class, stored);
        Instant at = erasure.completedAt();
        return at == null ? List.of() : List.of(erasure.completed(at).event());
    }

    @Bean
    CollectionIndexes erasureIndexes() {
        IndexOptions sparse = new IndexOptions().sparse(true);
        return new CollectionIndexes(
                Erasure.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending("due"), sparse),
                        new IndexModel(Indexes.ascending("relay.until"), sparse)));
    }
}
