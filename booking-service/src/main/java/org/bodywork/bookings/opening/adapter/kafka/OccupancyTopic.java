package org.bodywork.bookings.opening.adapter.kafka;

import org.bodywork.bookings.opening.OccupancyChanged;
import org.bodywork.bookings.opening.application.OpeningsCache;
import org.bodywork.platform.events.Tail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OccupancyTopic {

    @Bean
    Tail tailOfOccupancy(OccupancyTail tail, OpeningsCache cache) {
        // It may have told of anything.
        return new Tail(OccupancyChanged.TOPIC, tail, cache::forgetEverything);
    }
}
