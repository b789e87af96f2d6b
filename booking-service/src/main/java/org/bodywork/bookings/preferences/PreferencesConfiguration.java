package org.bodywork.bookings.preferences;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    PreferencesConfiguration.NotificationAddress.class,
    PreferencesConfiguration.InternalToken.class
})
class PreferencesConfiguration {

    /**
     * Where notification-service is, and how long a client waits for it.
     *
     * @param url {@code BODYWORK_NOTIFICATION_URL}
     */
    @ConfigurationProperties("bodywork.notification")
    record NotificationAddress(
            @DefaultValue("http://localhost:8082") URI url,
            @DefaultValue("2s") Duration patience) {}

    /**
     * What services show each other.
     *
     * @param token {@code BODYWORK_INTERNAL_TOKEN}
     */
    @ConfigurationProperties("bodywork.internal")
    record InternalToken(@DefaultValue("") String token) {

        @Override
        public String toString() {
            return "InternalToken[hidden]";
        }
    }

    @Bean
    PreferenceCalls preferenceCalls(NotificationAddress notifications, InternalToken internal, Clock clock) {
        return new PreferenceCalls(notifications, internal, clock);
    }
}
