package org.bodywork.notifications.notification.adapter.kafka;

import org.bodywork.notifications.notification.application.Hearing;
import org.bodywork.notifications.notification.application.PlanMessages;
import org.bodywork.notifications.notification.application.Reconciliation;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.Backlog;
import org.bodywork.platform.events.Subscription;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KafkaWiring {

    /** Planning waits for the database most of the time; a crowd of bookings must not queue behind each wait. */
    private static final int THREADS = 3;

    @Bean
    Hearing hearing(ObjectProvider<Backlog> backlog) {
        return () -> backlog.getObject().isBehind(AppointmentEvent.TOPIC);
    }

    @Bean
    Subscription appointments(PlanMessages planMessages, Reconciliation reconciliation, EventCipher cipher) {
        return new Subscription(
                AppointmentEvent.TOPIC,
                "notification-service",
                THREADS,
                new AppointmentEvents(planMessages, reconciliation, cipher));
    }

    @Bean
    Subscription offers(PlanMessages planMessages, EventCipher cipher) {
        return new Subscription(OfferEvent.TOPIC, "notification-service", new OfferEvents(planMessages, cipher));
    }

    @Bean
    Subscription plans(PlanMessages planMessages, EventCipher cipher) {
        return new Subscription(PlanEvent.TOPIC, "notification-service", new PlanEvents(planMessages, cipher));
    }
}
