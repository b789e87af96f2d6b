package org.bodywork.bookings.opening;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.bodywork.bookings.opening.application.FindNextOpenings;
import org.bodywork.bookings.opening.application.FindOpenings;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.application.Occupancy;
import org.bodywork.bookings.opening.application.OpeningsCache;
import org.bodywork.bookings.opening.application.TailPulse;
import org.bodywork.bookings.opening.application.Workloads;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpeningConfiguration {

    @Bean
    TailPulse tailPulse(Clock steady) {
        return new TailPulse(steady);
    }

    @Bean
    OpeningsCache openingsCache(TailPulse pulse, BusinessClock clock) {
        OpeningsCache cache = new OpeningsCache(pulse);
        clock.onMove(cache::forgetEverything);
        return cache;
    }

    @Bean
    FreshOpenings freshOpenings(
            Listings listings, Occupancy occupancy, Workloads workloads, BusinessClock clock, MeterRegistry metrics) {
        return new FreshOpenings(listings, occupancy, workloads, clock, metrics);
    }

    @Bean
    FindOpenings findOpenings(FreshOpenings fresh, OpeningsCache cache, BusinessClock clock) {
        return new FindOpenings(fresh, cache, clock);
    }

    @Bean
    FindNextOpenings findNextOpenings(
            Listings listings, Occupancy occupancy, Workloads workloads, BusinessClock clock) {
        return new FindNextOpenings(listings, occupancy, workloads, clock);
    }
}
