package org.bodywork.bookings.handover.adapter.mongo;

import java.time.Duration;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.handover.application.Handovers;
import org.bodywork.bookings.handover.application.OfferAlternatives;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** The collection of reports: its indexes and its due work. */
@Configuration(proxyBeanMethods = false)
class HandoverStore {

    private static final Duration LEASE = Duration.ofMinutes(2);

    @Bean
    Handovers handovers(ReactiveMongoTemplate mongo, ManageLinks links, BusinessClock clock) {
        return new MongoHandovers(mongo, links, clock);
    }

    @Bean
    CollectionIndexes handoverIndexes() {
        return new CollectionIndexes(HandoverDocument.COLLECTION, MongoHandovers.indexes());
    }

    @Bean
    DueQueue dueHandovers(OfferAlternatives offers, MongoConverter converter) {
        return new DueQueue("handovers", HandoverDocument.COLLECTION, 1, LEASE, new DueHandovers(offers, converter));
    }
}
