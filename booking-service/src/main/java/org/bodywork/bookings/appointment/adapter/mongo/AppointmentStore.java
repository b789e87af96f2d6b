package org.bodywork.bookings.appointment.adapter.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.List;
import org.bodywork.bookings.appointment.adapter.kafka.AppointmentEvents;
import org.bodywork.bookings.appointment.application.Answerers;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.AwaitAnswer;
import org.bodywork.bookings.appointment.application.Blocks;
import org.bodywork.bookings.appointment.application.ClientVisits;
import org.bodywork.bookings.appointment.application.GivenUpTimes;
import org.bodywork.bookings.appointment.application.HoldTime;
import org.bodywork.bookings.appointment.application.Holds;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.application.RememberVisit;
import org.bodywork.bookings.appointment.application.VisitSequences;
import org.bodywork.bookings.appointment.application.WorkedWeeks;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Block;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.numbers.application.CountedVisits;
import org.bodywork.bookings.opening.application.Occupancy;
import org.bodywork.bookings.opening.application.OpeningsCache;
import org.bodywork.bookings.opening.application.Workloads;
import org.bodywork.platform.due.DueNudges;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.OutboxCollection;
import org.bodywork.platform.republish.Republished;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** The collection of appointments: its indexes, its events and its due work. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Retention.class)
class AppointmentStore {

    private static final String DUE_WORK = "appointment-expiry";
    private static final int EXPIRED_AT_ONCE = 4;
    private static final Duration LEASE = Duration.ofSeconds(30);

    @Bean
    AppointmentMapping appointmentMapping(ManageLinks links) {
        return new AppointmentMapping(links);
    }

    @Bean
    Appointments appointments(
            ReactiveMongoTemplate mongo,
            AppointmentMapping mapping,
            AppointmentEvents events,
            Outbox outbox,
            TakenVisits taken,
            Answerers answerers) {
        return new MongoAppointments(mongo, mapping, events, outbox, taken, answerers);
    }

    @Bean
    Holds holds(ReactiveMongoTemplate mongo, AppointmentEvents events, Outbox outbox, TakenVisits taken) {
        return new MongoHolds(mongo, events, outbox, taken);
    }

    @Bean
    TakenVisits takenVisits(OpeningsCache openings, Outbox outbox, ObjectProvider<DueNudges> nudges) {
        // Due work is made of the very things that nudge it.
        return new TakenVisits(openings, outbox, () -> nudges.getObject().nudge(DUE_WORK));
    }

    @Bean
    Occupancy occupancy(ReactiveMongoTemplate mongo) {
        return new MongoOccupancy(mongo);
    }

    @Bean
    WorkedWeeks workedWeeks(ReactiveMongoTemplate mongo) {
        return new MongoWorkedWeeks(mongo);
    }

    @Bean
    CountedVisits countedVisits(ReactiveMongoTemplate mongo) {
        return new MongoCountedVisits(mongo);
    }

    @Bean
    Workloads workloads(ReactiveMongoTemplate mongo) {
        return new MongoWorkloads(mongo);
    }

    @Bean
    VisitSequences visitSequences(ReactiveMongoTemplate mongo) {
        return new MongoVisitSequences(mongo);
    }

    @Bean
    CollectionIndexes appointmentIndexes() {
        return new CollectionIndexes(AppointmentDocument.COLLECTION, indexes());
    }

    @Bean
    OutboxCollection appointmentOutbox(AppointmentMapping mapping, AppointmentEvents events, MongoConverter converter) {
        return new OutboxCollection(
                AppointmentDocument.COLLECTION, stored -> presentState(stored, mapping, events, converter));
    }

    /** Those that have not ended; by id also one that has, while it is not archived. */
    @Bean
    Republished appointmentsSentAgain() {
        return new Republished(
                AppointmentEvents.TOPIC,
                AppointmentDocument.COLLECTION,
                LiveVisits.FILTER,
                Filters.exists("client"),
                false);
    }

    private static List<Event> presentState(
            Document stored, AppointmentMapping mapping, AppointmentEvents events, MongoConverter converter) {
        return switch (mapping.holder(stored, converter)) {
            case Appointment visit -> events.again(visit);
            case Hold hold -> events.of(hold);
            case Block block -> events.of(block);
        };
    }

    @Bean
    Blocks blocks(ReactiveMongoTemplate mongo, AppointmentEvents events, Outbox outbox, TakenVisits taken) {
        return new MongoBlocks(mongo, events, outbox, taken);
    }

    @Bean
    MongoArchive archive(ReactiveMongoTemplate mongo, AppointmentMapping mapping) {
        return new MongoArchive(mongo, mapping);
    }

    @Bean
    ClientVisits clientVisits(ReactiveMongoTemplate mongo, AppointmentMapping mapping) {
        return new MongoClientVisits(mongo, mapping);
    }

    @Bean
    CollectionIndexes archiveIndexes() {
        return new CollectionIndexes(MongoArchive.COLLECTION, MongoArchive.indexes());
    }

    @Bean
    OlderVisits olderVisits(ReactiveMongoTemplate mongo, AppointmentMapping mapping, BusinessClock clock) {
        return new OlderVisits(mongo, mapping, clock);
    }

    @Bean
    DueQueue expiry(
            Appointments appointments,
            AwaitAnswer answers,
            HoldTime holds,
            Blocks blocks,
            RememberVisit visits,
            MongoArchive archive,
            Retention retention,
            AppointmentMapping mapping,
            MongoConverter converter,
            ReactiveMongoTemplate mongo,
            GivenUpTimes givenUp) {
        return new DueQueue(
                DUE_WORK,
                AppointmentDocument.COLLECTION,
                EXPIRED_AT_ONCE,
                LEASE,
                new DueAppointments(
                        appointments,
                        answers,
                        holds,
                        blocks,
                        visits,
                        archive,
                        retention,
                        mapping,
                        converter,
                        new TellGivenUp(mongo, converter, givenUp)));
    }

    @Bean
    DueQueue archiveRetention(
            ReactiveMongoTemplate mongo, AppointmentMapping mapping, Retention retention, BusinessClock clock) {
        return new DueQueue(
                "archive-retention",
                MongoArchive.COLLECTION,
                1,
                LEASE,
                new RetentionWork(mongo, mapping, retention, clock));
    }

    static List<IndexModel> indexes() {
        return List.of(
                unique("occupied"),
                unique("requestKey"),
                unique("secretHash"),
                sparse("due"),
                sparse("relay.until"),
                sparse("asked.hashes"),
                sparse("companion.secretHash"),
                sparse("companion.ref"),
                sparse("toldAt"),
                sparse("heldFor.id"),
                new IndexModel(Indexes.ascending("parts.therapistId", "start")),
                new IndexModel(Indexes.ascending("practiceId", "start")),
                new IndexModel(Indexes.ascending(TakenText.WHERE, TakenText.WHAT)),
                new IndexModel(Indexes.ascending("clientKey", "start")),
                new IndexModel(Indexes.ascending("clientRef", "start", "_id")));
    }

    private static IndexModel unique(String field) {
        return new IndexModel(
                Indexes.ascending(field), new IndexOptions().unique(true).sparse(true));
    }

    private static IndexModel sparse(String field) {
        return new IndexModel(Indexes.ascending(field), new IndexOptions().sparse(true));
    }
}
