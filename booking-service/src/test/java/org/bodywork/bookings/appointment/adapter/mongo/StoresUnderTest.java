package org.bodywork.bookings.appointment.adapter.mongo;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.bodywork.bookings.FreshKeys;
import org.bodywork.bookings.appointment.adapter.kafka.AppointmentEvents;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.opening.application.OpeningsCache;
import org.bodywork.bookings.opening.application.TailPulse;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** Everything that stores time, as one instance of the service has it; nobody publishes its events. */
record StoresUnderTest(
        ReactiveMongoTemplate mongo,
        MongoAppointments appointments,
        MongoHolds holds,
        MongoBlocks blocks,
        ManageLinks links) {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String LINK_KEY = FreshKeys.key();

    /** The first instance over a database also makes its indexes. */
    static StoresUnderTest withIndexes(TestDatabase database, Clock clock) {
        StoresUnderTest stores = over(database, clock);
        stores.mongo
                .getCollection(AppointmentDocument.COLLECTION)
                .flatMapMany(collection -> collection.createIndexes(AppointmentStore.indexes()))
                .blockLast(PATIENCE);
        return stores;
    }

    static StoresUnderTest over(TestDatabase database, Clock clock) {
        ReactiveMongoTemplate mongo = database.template();
        ManageLinks links = new ManageLinks(Mac.of("1", LINK_KEY), URI.create("http://localhost"));
        AppointmentEvents events = new AppointmentEvents(EventCipher.of(FreshKeys.keyset()), links);
        Outbox outbox = Outbox.unattended(clock);
        TakenVisits taken = new TakenVisits(new OpeningsCache(new TailPulse(clock)), outbox);
        return new StoresUnderTest(
                mongo,
                new MongoAppointments(mongo, new AppointmentMapping(links), events, outbox, taken, AnsweredBy.NOBODY),
                new MongoHolds(mongo, events, outbox, taken),
                new MongoBlocks(mongo, events, outbox, taken),
                links);
    }
}
