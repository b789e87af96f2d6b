package org.bodywork.bookings.therapists;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TherapistSettings.class)
class TherapistCallsConfiguration {

    @Bean
    TherapistCalls therapistCalls(TherapistSettings settings, Clock clock) {
        return new TherapistCalls(settings, clock);
    }
}
