package org.bodywork.notifications.delivery.adapter;

import org.bodywork.notifications.delivery.application.Emails;
import org.bodywork.notifications.delivery.application.Outgoing;
import org.bodywork.notifications.delivery.application.Suppressions;
import org.bodywork.notifications.delivery.application.TextMessages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeliveryWiring {

    @Bean
    Outgoing outgoing(Emails emails, TextMessages textMessages, Suppressions suppressions) {
        return new Outgoing(emails, textMessages, suppressions);
    }
}
