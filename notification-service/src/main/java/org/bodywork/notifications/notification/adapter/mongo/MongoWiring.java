package org.bodywork.notifications.notification.adapter.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bodywork.notifications.delivery.domain.AddressDigest;
import org.bodywork.notifications.notification.adapter.kafka.DeliveryEvent;
import org.bodywork.notifications.notification.application.ReminderCaps;
import org.bodywork.notifications.notification.application.SendMessage;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.due.DueNudges;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.OutboxCollection;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

@Configuration(proxyBeanMethods = false)
class MongoWiring {

    private static final String QUEUE = "notifications";

    /** As many as the providers are called with at once. */
    private static final int SENT_AT_ONCE = 16;

    /** Longer than the last look, a question to the provider and the sending may take together. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    @Bean
    MongoNotifications notifications(
            ReactiveMongoTemplate mongo,
            Outbox outbox,
            Clock steady,
            MeterRegistry registry,
            ObjectProvider<DueNudges> nudges) {
        return new MongoNotifications(
                mongo,
                outbox,
                steady,
                new EndedMessages(registry),
                () -> nudges.getObject().nudge(QUEUE));
    }

    @Bean
    DueQueue dueNotifications(ReactiveMongoTemplate mongo, SendMessage sendMessage) {
        return new DueQueue(
                QUEUE,
                NotificationDocument.COLLECTION,
                SENT_AT_ONCE,
                LEASE,
                work -> sendMessage.send(notificationIn(work, mongo), work.attempts()),
                // After an outage first what is of use for the shortest time: a reminder until its visit starts.
                "usefulUntil");
    }

    @Bean
    OutboxCollection deliveryEvents(ReactiveMongoTemplate mongo) {
        return new OutboxCollection(
                NotificationDocument.COLLECTION, document -> DeliveryEvent.of(read(document, mongo)));
    }

    @Bean
    ReminderCaps reminderCaps(ReactiveMongoTemplate mongo, AddressDigest digest) {
        return new MongoReminderCaps(mongo, digest);
    }

    @Bean
    CollectionIndexes visitIndexes() {
        return new CollectionIndexes(
                VisitDocument.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending("start", "_id")),
                        new IndexModel(Indexes.ascending("practiceId", "start", "_id")),
                        new IndexModel(Indexes.ascending("therapistId", "start")),
                        // Whoever answers or opts out is known by these.
                        new IndexModel(Indexes.ascending("email", "start")),
                        new IndexModel(Indexes.ascending("phone", "start")),
                        new IndexModel(Indexes.ascending("seriesId"), new IndexOptions().sparse(true)),
                        new IndexModel(Indexes.ascending("clientRef"), new IndexOptions().sparse(true))));
    }

    @Bean
    CollectionIndexes reminderPlaceIndexes() {
        return new CollectionIndexes(MongoReminderCaps.COLLECTION, List.of(new IndexModel(Indexes.ascending("day"))));
    }

    @Bean
    CollectionIndexes notificationIndexes() {
        return new CollectionIndexes(NotificationDocument.COLLECTION, indexes());
    }

    static List<IndexModel> indexes() {
        IndexOptions sparse = new IndexOptions().sparse(true);
        return List.of(
                new IndexModel(Indexes.ascending("due"), sparse),
                new IndexModel(Indexes.ascending("relay.until"), sparse),
                new IndexModel(Indexes.ascending(MongoNotifications.AWAITS), sparse),
                new IndexModel(Indexes.ascending("appointmentId")));
    }

    private static Notification notificationIn(Claimed work, ReactiveMongoTemplate mongo) {
        return read(work.document(), mongo);
    }

    private static Notification read(Document document, ReactiveMongoTemplate mongo) {
        return mongo.getConverter().read(NotificationDocument.class, document).asNotification();
    }
}
