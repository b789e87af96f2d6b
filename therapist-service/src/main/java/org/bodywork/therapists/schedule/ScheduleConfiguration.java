package org.bodywork.therapists.schedule;

import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.application.Practices;
import org.bodywork.therapists.listing.application.Therapists;
import org.bodywork.therapists.schedule.application.BookedVisits;
import org.bodywork.therapists.schedule.application.KeepSchedule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

    @Bean
    KeepSchedule keepSchedule(Therapists therapists, Practices practices, BookedVisits visits, BusinessClock clock) {
        return new KeepSchedule(therapists, practices, visits, clock);
    }
}
