package org.bodywork.bookings.diary;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DiaryConfiguration.NotificationSettings.class)
class DiaryConfiguration {

    /**
     * Where notification-service is, and how long a page waits for it.
     *
     * @param url {@code BODYWORK_NOTIFICATION_URL}
     * @param pause after which one that kept failing is asked again
     */
    @ConfigurationProperties("bodywork.notification")
    record NotificationSettings(
            @DefaultValue("http://localhost:8082") URI url,
            @DefaultValue("2s") Duration patience,
            @DefaultValue("10s") Duration pause) {}

    @Bean
    MessageCalls messageCalls(NotificationSettings settings, Clock clock) {
        return new MessageCalls(settings, clock);
    }
}
