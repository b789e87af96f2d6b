package org.bodywork.bookings.appointment.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Moves;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.mongo.MongoBacking;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What makes openings quick: no document is looked up for them. Only a real mongod can tell. */
@MongoContract(MongoBacking.MONGOD)
class OccupancyFromIndexesIT {

    private static final Duration PATIENCE = StoresUnderTest.PATIENCE;
    private static final Listing JUNE = aListing()
            .of(new TherapistId(UUID.randomUUID()))
            .needingARoom("Elm")
            .please();

    private final TestDatabase database;
    private final StoresUnderTest stores;

    OccupancyFromIndexesIT(TestDatabase database) {
        this.database = database;
        this.stores = StoresUnderTest.withIndexes(database, SettableClock.at(WEEK_BEFORE));
    }

    @Test
    void indexesAloneSayWhatVisitsAndWantedTimesTake() {
        book(0);
        book(2);
        Appointment moving = book(4);
        Slot wanted =
                new Slot(JUNE, JUNE.treatments().getFirst(), JUNE.workplaces().getFirst(), MONDAY_AT_TEN.plusDays(1));
        Room elm = JUNE.workplaces().getFirst().rooms().getFirst();
        stores.appointments()
                .apply(new Moves(moving)
                        .propose(
                                moving.state().visit().movedTo(wanted, elm),
                                Actor.staff("june"),
                                Duration.ofHours(1),
                                WEEK_BEFORE)
                        .orElseThrow())
                .block(PATIENCE);

        Document week = explained(new TimeSpan(
                MONDAY_AT_TEN.minusDays(1).toInstant(),
                MONDAY_AT_TEN.plusDays(6).toInstant()));
        Document tomorrow = explained(new TimeSpan(
                MONDAY_AT_TEN.plusDays(2).toInstant(), MONDAY_AT_TEN.plusDays(3).toInstant()));

        assertThat(List.of(week, tomorrow))
                .extracting(figures -> figures.get("nReturned"), figures -> figures.get("totalDocsExamined"))
                .containsExactly(tuple(3, 0), tuple(1, 0));
    }

    private Appointment book(int hoursLater) {
        return stores.appointments()
                .add(
                        aConfirmedAppointment()
                                .of(JUNE.id())
                                .by("client@example.org", UUID.randomUUID().toString())
                                .inRoom("Elm")
                                .startingAt(MONDAY_AT_TEN.plusHours(hoursLater))
                                .please(),
                        new Fingerprint(UUID.randomUUID().toString(), "body"))
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private Document explained(TimeSpan span) {
        Document find = new Document("find", AppointmentDocument.COLLECTION)
                .append("filter", MongoOccupancy.deciding(List.of(JUNE), span).toBsonDocument())
                .append("projection", MongoOccupancy.TAKEN.toBsonDocument());
        return Mono.from(database.database()
                        .runCommand(new Document("explain", find).append("verbosity", "executionStats")))
                .blockOptional(PATIENCE)
                .orElseThrow()
                .get("executionStats", Document.class);
    }
}
