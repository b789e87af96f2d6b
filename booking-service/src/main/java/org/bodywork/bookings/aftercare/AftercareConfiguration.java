package org.bodywork.bookings.aftercare;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TherapistSettings.class)
class AftercareConfiguration {

    @Bean
    TherapistCalls therapistCalls(TherapistSettings settings, Clock clock) {
        return new TherapistCalls(settings, clock);
    }
}
