package org.bodywork.notifications.notification.adapter.kafka;

import org.bodywork.notifications.notification.application.PlanMessages;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KafkaWiring {

    @Bean
    Subscription appointments(PlanMessages planMessages, EventCipher cipher) {
        return new Subscription(
                AppointmentEvent.TOPIC, "notification-service", new AppointmentEvents(planMessages, cipher));
    }
}
