package org.bodywork.notifications.directory;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.List;
import org.bodywork.notifications.notification.application.MendPlans;
import org.bodywork.notifications.notification.application.Visits;
import org.bodywork.platform.consumption.GuardedWrites;
import org.bodywork.platform.due.DueNudges;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.events.Subscription;
import org.bodywork.platform.republish.Restored;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

@Configuration(proxyBeanMethods = false)
class DirectoryWiring {

    private static final String SERVICE = "notification-service";
    private static final String QUEUE = "practices";
    private static final Duration LEASE = Duration.ofMinutes(5);

    @Bean
    StoredRules rules(ReactiveMongoTemplate mongo, BusinessClock clock, ObjectProvider<DueNudges> nudges) {
        return new StoredRules(mongo, clock, () -> nudges.getObject().nudge(QUEUE));
    }

    @Bean
    DirectoryEvents directoryEvents(GuardedWrites writes, StoredRules rules) {
        return new DirectoryEvents(writes, rules);
    }

    @Bean
    DueQueue practicesWithNewRules(
            ReactiveMongoTemplate mongo, Visits visits, MendPlans mendPlans, BusinessClock clock) {
        return new DueQueue(
                QUEUE, PracticeDocument.COLLECTION, 1, LEASE, new PlannedAnew(mongo, visits, mendPlans, clock));
    }

    @Bean
    CollectionIndexes practiceIndexes() {
        return new CollectionIndexes(
                PracticeDocument.COLLECTION,
                List.of(new IndexModel(Indexes.ascending("due"), new IndexOptions().sparse(true))));
    }

    /** What a topic that keeps the last state of each told us before our store was lost is not told to us again. */
    @Bean
    Restored practicesRestored() {
        return new Restored(PracticeEvent.TOPIC);
    }

    @Bean
    Restored therapistsRestored() {
        return new Restored(TherapistEvent.TOPIC);
    }

    @Bean
    Subscription practices(DirectoryEvents events) {
        return new Subscription(PracticeEvent.TOPIC, SERVICE, events::practice);
    }

    @Bean
    Subscription therapists(DirectoryEvents events) {
        return new Subscription(TherapistEvent.TOPIC, SERVICE, events::therapist);
    }
}
