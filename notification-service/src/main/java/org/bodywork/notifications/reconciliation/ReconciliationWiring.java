package org.bodywork.notifications.reconciliation;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.bodywork.notifications.notification.application.MendPlans;
import org.bodywork.notifications.notification.application.Visits;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.due.FirstDue;
import org.bodywork.platform.kafka.Publisher;
import org.bodywork.platform.republish.Restored;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

@Configuration(proxyBeanMethods = false)
class ReconciliationWiring {

    private static final Duration LEASE = Duration.ofMinutes(10);

    @Bean
    Restored appointmentsRestored() {
        return new Restored("appointments");
    }

    @Bean
    Restored staffRestored() {
        return new Restored("staff");
    }

    @Bean
    Beginnings beginnings(ReactiveMongoTemplate mongo) {
        return new Beginnings(mongo);
    }

    @Bean
    FirstDue beginningsMark(BusinessClock clock) {
        return Beginnings.mark(clock);
    }

    @Bean
    FirstDue firstSweep(BusinessClock clock) {
        return Task.sweep(clock);
    }

    @Bean
    Reconciler reconciler(
            ReactiveMongoTemplate mongo,
            Visits visits,
            MendPlans mendPlans,
            Publisher publisher,
            Beginnings beginnings,
            BusinessClock clock,
            MeterRegistry meters) {
        return new Reconciler(mongo, visits, mendPlans, publisher, beginnings, clock, meters);
    }

    @Bean
    DueQueue dueReconciliation(Reconciler reconciler) {
        return new DueQueue(Reconciler.QUEUE, Task.COLLECTION, 1, LEASE, reconciler::work);
    }

    @Bean
    CollectionIndexes reconciliationIndexes() {
        return new CollectionIndexes(
                Task.COLLECTION, List.of(new IndexModel(Indexes.ascending("due"), new IndexOptions().sparse(true))));
    }
}
