package org.bodywork.bookings.opening.adapter.kafka;

import org.bodywork.bookings.opening.OccupancyChanged;
import org.bodywork.platform.events.Tail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OccupancyTopic {

    @Bean
    Tail tailOfOccupancy(OccupancyTail tail) {
        return new Tail(OccupancyChanged.TOPIC, tail, tail::forgetEverything);
    }
}
