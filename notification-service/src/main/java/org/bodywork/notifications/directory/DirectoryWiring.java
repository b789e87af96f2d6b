package org.bodywork.notifications.directory;

import org.bodywork.platform.consumption.GuardedWrites;
import org.bodywork.platform.events.Subscription;
import org.bodywork.platform.republish.Restored;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DirectoryWiring {

    private static final String SERVICE = "notification-service";

    @Bean
    DirectoryEvents directoryEvents(GuardedWrites writes) {
        return new DirectoryEvents(writes);
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
