package org.bodywork.therapists.schedule;

import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.application.EditTherapist;
import org.bodywork.therapists.listing.application.Practices;
import org.bodywork.therapists.schedule.application.BookedVisits;
import org.bodywork.therapists.schedule.application.KeepSchedule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

    @Bean
    KeepSchedule keepSchedule(EditTherapist listings, Practices practices, BookedVisits visits, BusinessClock clock) {
        return new KeepSchedule(listings, practices, visits, clock);
    }
}
