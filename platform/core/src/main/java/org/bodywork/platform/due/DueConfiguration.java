package org.bodywork.platform.due;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

@AutoConfiguration
class DueConfiguration {

    @Bean
    DueWorkers dueWorkers(
            ObjectProvider<DueQueue> queues,
            ReactiveMongoTemplate mongo,
            BusinessClock business,
            Clock steady,
            MeterRegistry registry) {
        List<DueWorker> workers = queues.orderedStream()
                .map(queue -> new DueWorker(queue, mongo, business, steady, registry))
                .toList();
        return new DueWorkers(workers);
    }

    @Bean
    FirstDues firstDues(ObjectProvider<FirstDue> all, ReactiveMongoTemplate mongo) {
        return new FirstDues(all.orderedStream().toList(), mongo);
    }

    @Bean
    DueNudges dueNudges(DueWorkers workers, BusinessClock business) {
        DueNudges nudges = new DueNudges(workers.all());
        business.onMove(nudges::nudgeAll);
        return nudges;
    }
}
