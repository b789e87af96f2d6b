package org.bodywork.bookings.numbers;

import org.bodywork.bookings.numbers.application.CountWork;
import org.bodywork.bookings.numbers.application.CountedVisits;
import org.bodywork.bookings.numbers.application.Reminders;
import org.bodywork.bookings.numbers.application.Workforce;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NumbersConfiguration {

    @Bean
    CountWork countWork(
            CountedVisits visits, Listings listings, Workforce workforce, Reminders reminders, BusinessClock clock) {
        return new CountWork(visits, listings, workforce, reminders, clock);
    }
}
