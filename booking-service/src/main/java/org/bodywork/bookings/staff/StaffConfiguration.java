package org.bodywork.bookings.staff;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bodywork.platform.events.Subscription;
import org.bodywork.platform.republish.Restored;
import org.bodywork.platform.setup.CollectionIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StaffConfiguration {

    @Bean
    Subscription staff(StaffUpdates updates) {
        return new Subscription(StaffChanged.TOPIC, "booking-service", updates);
    }

    /** The topic forgets after a week who has not changed since. */
    @Bean
    Restored staffRestored() {
        return new Restored(StaffChanged.TOPIC);
    }

    @Bean
    CollectionIndexes staffIndexes() {
        return new CollectionIndexes(StaffAccounts.COLLECTION, List.of(sparse("therapistId"), sparse("practiceId")));
    }

    private static IndexModel sparse(String field) {
        return new IndexModel(Indexes.ascending(field), new IndexOptions().sparse(true));
    }
}
