package org.bodywork.notifications.staff;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bodywork.platform.consumption.GuardedWrites;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.Subscription;
import org.bodywork.platform.setup.CollectionIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StaffWiring {

    @Bean
    Subscription staffAccounts(GuardedWrites writes, EventCipher cipher, OtherStaffEvents others) {
        return new Subscription(MemberEvent.TOPIC, "notification-service", new StaffEvents(writes, cipher, others));
    }

    @Bean
    CollectionIndexes staffIndexes() {
        return new CollectionIndexes(
                MemberDocument.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending("therapistId")),
                        new IndexModel(Indexes.ascending("practiceId"))));
    }
}
