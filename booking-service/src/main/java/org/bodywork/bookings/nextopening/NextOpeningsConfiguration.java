package org.bodywork.bookings.nextopening;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.List;
import org.bodywork.bookings.opening.OccupancyChanged;
import org.bodywork.bookings.opening.application.FindNextOpenings;
import org.bodywork.bookings.opening.application.KnownTherapists;
import org.bodywork.platform.due.DueNudges;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.events.Subscription;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.OutboxCollection;
import org.bodywork.platform.republish.Republished;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;

@Configuration(proxyBeanMethods = false)
class NextOpeningsConfiguration {

    static final String QUEUE = "next-openings";

    /** What a claim leaves in the document. */
    static final List<String> CLAIMED = List.of(NextOpeningsDocument.CLAIM, "claimableFrom", "attempts");

    /** Few, so that after an import or at midnight bookings still come first. */
    private static final int LOOKS_AT_ONCE = 2;

    @Bean
    Subscription changesOfOccupancy(ReactiveMongoTemplate mongo, BusinessClock clock, DueNudges nudges) {
        return new Subscription(OccupancyChanged.TOPIC, "booking-service", new OccupancyWatch(mongo, clock, nudges));
    }

    @Bean
    DueQueue nextOpeningsDue(
            FindNextOpenings openings,
            ReactiveMongoTemplate mongo,
            MongoConverter converter,
            Outbox outbox,
            BusinessClock clock) {
        return new DueQueue(
                QUEUE,
                NextOpeningsDocument.COLLECTION,
                LOOKS_AT_ONCE,
                Duration.ofSeconds(30),
                new NextOpeningsLook(openings, mongo, converter, outbox, clock));
    }

    @Bean
    FirstLook firstLook(KnownTherapists therapists, ReactiveMongoTemplate mongo, BusinessClock clock) {
        return new FirstLook(therapists, mongo, clock);
    }

    @Bean
    OutboxCollection nextOpeningsOutbox(MongoConverter converter, BusinessClock clock) {
        return new OutboxCollection(
                NextOpeningsDocument.COLLECTION, stored -> List.of(presentState(converter, stored, clock)));
    }

    /** Of whoever was told anything. */
    @Bean
    Republished openingsSentAgain() {
        Bson told = Filters.gt("sequence", 0);
        return new Republished(OpeningsChanged.TOPIC, NextOpeningsDocument.COLLECTION, told, told, true);
    }

    @Bean
    CollectionIndexes nextOpeningsIndexes() {
        return new CollectionIndexes(
                NextOpeningsDocument.COLLECTION,
                List.of(
                        sparse("due"),
                        sparse("relay.until"),
                        new IndexModel(Indexes.ascending(NextOpeningsDocument.LOCATIONS))));
    }

    private static Event presentState(MongoConverter converter, Document stored, BusinessClock clock) {
        return converter.read(NextOpeningsDocument.class, stored).told().event(clock.now());
    }

    private static IndexModel sparse(String field) {
        return new IndexModel(Indexes.ascending(field), new IndexOptions().sparse(true));
    }
}
