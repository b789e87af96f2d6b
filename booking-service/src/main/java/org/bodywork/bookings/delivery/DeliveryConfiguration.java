package org.bodywork.bookings.delivery;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bodywork.platform.events.Subscription;
import org.bodywork.platform.setup.CollectionIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    @Bean
    Subscription deliveryNews(DeliveryUpdates updates) {
        return new Subscription(DeliveryTold.TOPIC, "booking-service", updates);
    }

    @Bean
    CollectionIndexes deliveryIndexes() {
        return new CollectionIndexes(
                Deliveries.COLLECTION, List.of(new IndexModel(Indexes.ascending("appointmentId"))));
    }
}
