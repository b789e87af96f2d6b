package org.bodywork.bookings.calendar;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.Blocks;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.application.Places;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.platform.security.AccessRules;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    private static final String[] FETCHED = {"/calendars/*", "/manage/*/visit.ics"};

    @Bean
    Feeds feeds(ReactiveMongoTemplate mongo, ManageLinks links, BusinessClock clock) {
        return new Feeds(mongo, links, clock);
    }

    @Bean
    ReadCalendars readCalendars(
            Feeds feeds,
            Listings listings,
            Appointments appointments,
            Blocks blocks,
            ManageByLink links,
            Places places,
            BusinessClock clock) {
        return new ReadCalendars(feeds, listings, appointments, blocks, links, places, clock);
    }

    @Bean
    CollectionIndexes feedIndexes() {
        return new CollectionIndexes(
                Feed.COLLECTION,
                List.of(new IndexModel(
                        Indexes.ascending("secretHash"),
                        new IndexOptions().unique(true).sparse(true))));
    }

    @Bean
    AccessRules calendarAccess() {
        return paths -> {
            paths.pathMatchers(HttpMethod.GET, FETCHED).permitAll();
            paths.pathMatchers(HttpMethod.HEAD, FETCHED).permitAll();
            paths.pathMatchers("/api/calendar-feed").hasRole("therapist");
        };
    }

    @Bean
    ProblemSource calendarProblems() {
        return error -> error instanceof NoFeed ? Problem.notFound("There is no such calendar.") : null;
    }
}
