package org.bodywork.notifications.directory;

import org.bodywork.platform.consumption.GuardedWrites;
import org.bodywork.platform.events.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DirectoryWiring {

    private static final String SERVICE = "notification-service";

    @Bean
    DirectoryEvents directoryEvents(GuardedWrites writes) {
        return new DirectoryEvents(writes);
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
