package org.bodywork.bookings.directory;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bodywork.bookings.opening.OccupancyChanged;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.events.Subscription;
import org.bodywork.platform.outbox.OutboxCollection;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

    private static final String SERVICE = "booking-service";

    /** Taking a listing over waits for the database most of the time, and an import brings many. */
    private static final int THREADS = 3;

    @Bean
    Subscription therapists(ListingUpdates updates) {
        return new Subscription("therapists", SERVICE, THREADS, updates);
    }

    @Bean
    Subscription practices(PracticeUpdates updates) {
        return new Subscription("practices", SERVICE, updates);
    }

    @Bean
    OutboxCollection listingOutbox(BusinessClock clock) {
        return new OutboxCollection(Copies.LISTINGS, copy -> presentState(copy, clock));
    }

    @Bean
    CollectionIndexes listingIndexes() {
        return new CollectionIndexes(
                Copies.LISTINGS,
                List.of(
                        new IndexModel(Indexes.ascending("relay.until"), new IndexOptions().sparse(true)),
                        new IndexModel(Indexes.ascending(MongoColleagues.PRACTICE)),
                        new IndexModel(Indexes.ascending(Copies.SLUG))));
    }

    @Bean
    CollectionIndexes practiceIndexes() {
        return new CollectionIndexes(Copies.PRACTICES, List.of(new IndexModel(Indexes.ascending(MongoPractices.SLUG))));
    }

    private static List<Event> presentState(Document copy, BusinessClock clock) {
        return List.of(OccupancyChanged.everythingAbout(TherapistId.of(copy.getString("_id")), clock.now()));
    }
}
