package org.bodywork.bookings.outside;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bodywork.bookings.client.application.TextCipher;
import org.bodywork.bookings.opening.application.BusyElsewhere;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.outside.PublicAddresses;
import org.bodywork.platform.security.AccessRules;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutsideSettings.class)
class OutsideConfiguration {

    static final String QUEUE = "outside-calendars";

    /** Longer than a fetch and what follows it. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    @Bean
    OutsideCalendars outsideCalendars(ReactiveMongoTemplate mongo, TextCipher recordKey, BusinessClock clock) {
        return new OutsideCalendars(mongo, recordKey, clock);
    }

    @Bean
    CalendarSource calendarSource(OutsideSettings settings, Clock steady) {
        // Connections are not kept: each is to an address that has just been checked.
        return new WebCalendars(
                HttpClient.create(ConnectionProvider.newConnection()), new PublicAddresses(), settings, steady);
    }

    @Bean
    DueQueue outsideCalendarsDue(
            OutsideCalendars calendars,
            CalendarSource source,
            Listings listings,
            BusyElsewhere busy,
            OutsideSettings settings,
            MongoConverter converter,
            BusinessClock clock) {
        return new DueQueue(
                QUEUE,
                OutsideCalendar.COLLECTION,
                settings.atOnce(),
                LEASE,
                new LookAtCalendar(calendars, source, listings, busy, settings, converter, clock));
    }

    @Bean
    CollectionIndexes outsideCalendarIndexes() {
        return new CollectionIndexes(
                OutsideCalendar.COLLECTION,
                List.of(new IndexModel(Indexes.ascending("due"), new IndexOptions().sparse(true))));
    }

    @Bean
    AccessRules outsideCalendarAccess() {
        return paths -> paths.pathMatchers("/api/outside-calendars/**").hasAnyRole("manager", "therapist");
    }

    @Bean
    ProblemSource outsideCalendarProblems() {
        return error -> error instanceof OutsideCalendarController.NoOutsideCalendar
                ? Problem.notFound("There is no outside calendar.")
                : null;
    }
}
