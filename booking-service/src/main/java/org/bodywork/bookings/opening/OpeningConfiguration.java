package org.bodywork.bookings.opening;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.bodywork.bookings.opening.application.Candidates;
import org.bodywork.bookings.opening.application.FindAreaOpenings;
import org.bodywork.bookings.opening.application.FindNextOpenings;
import org.bodywork.bookings.opening.application.FindOpenings;
import org.bodywork.bookings.opening.application.FindOpeningsForTwo;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.application.Occupancy;
import org.bodywork.bookings.opening.application.OpeningsCache;
import org.bodywork.bookings.opening.application.OpeningsText;
import org.bodywork.bookings.opening.application.RememberedListings;
import org.bodywork.bookings.opening.application.TailPulse;
import org.bodywork.bookings.opening.application.TurnWeeks;
import org.bodywork.bookings.opening.application.Workloads;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

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
    Candidates candidates() {
        return new Candidates();
    }

    @Bean
    @Primary
    RememberedListings rememberedListings(
            @Qualifier("mongoListings") Listings stored, OpeningsCache cache, MeterRegistry metrics) {
        return new RememberedListings(stored, cache, metrics);
    }

    @Bean
    FreshOpenings freshOpenings(Occupancy occupancy, Workloads workloads, BusinessClock clock, MeterRegistry metrics) {
        return new FreshOpenings(occupancy, workloads, clock, metrics);
    }

    @Bean
    FindOpenings findOpenings(
            Listings listings, FreshOpenings fresh, OpeningsCache cache, OpeningsText text, BusinessClock clock) {
        return new FindOpenings(listings, fresh, cache, text, clock);
    }

    @Bean
    FindOpeningsForTwo findOpeningsForTwo(
            Listings listings, FreshOpenings fresh, OpeningsCache cache, OpeningsText text, BusinessClock clock) {
        return new FindOpeningsForTwo(listings, fresh, cache, text, clock);
    }

    @Bean
    FindAreaOpenings findAreaOpenings(
            Candidates candidates, FindOpenings openings, OpeningsCache cache, OpeningsText text, BusinessClock clock) {
        return new FindAreaOpenings(candidates, openings, cache, text, clock);
    }

    @Bean
    TurnWeeks turnWeeks(Listings listings, FreshOpenings fresh, BusinessClock clock) {
        return new TurnWeeks(listings, fresh, clock);
    }

    /** From the stored listings: what is told of must not be older than the change that it is told for. */
    @Bean
    FindNextOpenings findNextOpenings(
            @Qualifier("mongoListings") Listings stored,
            Occupancy occupancy,
            Workloads workloads,
            BusinessClock clock) {
        return new FindNextOpenings(stored, occupancy, workloads, clock);
    }
}
