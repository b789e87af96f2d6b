package org.bodywork.notifications.notification.adapter.mongo;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.bodywork.notifications.notification.application.Notifications;
import org.bodywork.notifications.notification.application.Visits;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.platform.consumption.GuardedWrites;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.outbox.Outbox;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** The real ledger in a database, for tests elsewhere; nobody publishes its delivery events. */
public record StoredLedger(ReactiveMongoTemplate mongo, Notifications notifications, Visits visits) {

    public static final String COLLECTION = NotificationDocument.COLLECTION;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public static StoredLedger in(ReactiveMongoTemplate mongo) {
        Clock clock = Clock.systemUTC();
        return new StoredLedger(
                mongo,
                new MongoNotifications(
                        mongo, Outbox.unattended(clock), clock, new EndedMessages(new SimpleMeterRegistry()), () -> {}),
                new MongoVisits(mongo, new GuardedWrites(mongo)));
    }

    public void createIndexes() {
        mongo.getCollection(COLLECTION)
                .flatMapMany(all -> all.createIndexes(MongoWiring.indexes()))
                .blockLast(PATIENCE);
    }

    public Notification notificationIn(Claimed work) {
        return mongo.getConverter()
                .read(NotificationDocument.class, work.document())
                .asNotification();
    }
}
