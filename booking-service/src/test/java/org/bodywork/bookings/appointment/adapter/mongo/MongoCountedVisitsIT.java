package org.bodywork.bookings.appointment.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aRequest;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.AnAppointment;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AuditEntry.Action;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.numbers.domain.CountedVisit;
import org.bodywork.bookings.numbers.domain.CountedVisit.Step;
import org.bodywork.bookings.opening.domain.AListing;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@MongoContract
class MongoCountedVisitsIT {

    private static final TherapistId JUNE = new TherapistId(UUID.randomUUID());
    private static final TherapistId MAY = new TherapistId(UUID.randomUUID());
    private static final LocalDate MONDAY = MONDAY_AT_TEN.toLocalDate();

    private final StoresUnderTest stores;
    private final MongoCountedVisits counted;

    MongoCountedVisitsIT(TestDatabase database) {
        stores = StoresUnderTest.withIndexes(database, SettableClock.at(WEEK_BEFORE));
        counted = new MongoCountedVisits(stores.mongo());
    }

    @Test
    void tellsWhatIsCountedOfAVisit() {
        Appointment visit = add(aRequest().of(JUNE));
        stores.appointments()
                .apply(visit.accept(Actor.staff("june"), WEEK_BEFORE).orElseThrow())
                .block(StoresUnderTest.PATIENCE);

        assertThat(find(JUNE, null, MONDAY, MONDAY))
                .containsExactly(new CountedVisit(
                        visit.id(),
                        List.of(JUNE),
                        visit.state().marks().ref(),
                        MONDAY,
                        new TimeSpan(
                                MONDAY_AT_TEN.toInstant(),
                                MONDAY_AT_TEN.plusHours(1).toInstant()),
                        Status.CONFIRMED,
                        false,
                        List.of(
                                new Step(WEEK_BEFORE, Actor.Kind.CLIENT, Action.BOOKED, null, Status.REQUESTED),
                                new Step(
                                        WEEK_BEFORE,
                                        Actor.Kind.STAFF,
                                        Action.ACCEPTED,
                                        Status.REQUESTED,
                                        Status.CONFIRMED))));
    }

    @Test
    void findsThoseThatBeginOnTheDatesOnly() {
        add(aConfirmedAppointment().of(JUNE).startingAt(MONDAY_AT_TEN.withHour(8)));
        add(aConfirmedAppointment().of(JUNE).startingAt(MONDAY_AT_TEN.withHour(19)));
        add(aConfirmedAppointment().of(JUNE).startingAt(MONDAY_AT_TEN.minusDays(1)));
        add(aConfirmedAppointment().of(JUNE).startingAt(MONDAY_AT_TEN.plusDays(1)));

        assertThat(find(JUNE, null, MONDAY, MONDAY)).hasSize(2);
    }

    @Test
    void countsNobodyElsesAndNothingAtAnotherPractice() {
        add(aConfirmedAppointment().of(JUNE));
        add(aConfirmedAppointment().of(MAY));

        assertThat(find(JUNE, AListing.PRACTICE, MONDAY, MONDAY)).hasSize(1);
        assertThat(find(JUNE, new PracticeId(UUID.randomUUID()), MONDAY, MONDAY))
                .isEmpty();
        assertThat(find(new TherapistId(UUID.randomUUID()), null, MONDAY, MONDAY))
                .isEmpty();
    }

    @Test
    void countsOnceWhatIsOnItsWayToTheArchiveAndNoHolds() {
        Appointment visit = add(aConfirmedAppointment().of(JUNE));
        stores.holds()
                .add(aConfirmedAppointment()
                        .of(JUNE)
                        .startingAt(MONDAY_AT_TEN.plusHours(4))
                        .held())
                .block(StoresUnderTest.PATIENCE);
        Document stored = stores.mongo()
                .findById(visit.id().toString(), Document.class, AppointmentDocument.COLLECTION)
                .blockOptional(StoresUnderTest.PATIENCE)
                .orElseThrow();
        stores.mongo().insert(stored, MongoArchive.COLLECTION).block(StoresUnderTest.PATIENCE);

        assertThat(find(JUNE, null, MONDAY, MONDAY)).hasSize(1);
    }

    private List<CountedVisit> find(TherapistId whose, @Nullable PracticeId practice, LocalDate from, LocalDate to) {
        List<CountedVisit> found =
                counted.of(Set.of(whose), practice, from, to).collectList().block(StoresUnderTest.PATIENCE);
        return found == null ? List.of() : found;
    }

    private Appointment add(AnAppointment words) {
        Appointment booked =
                words.by("client@example.org", UUID.randomUUID().toString()).please();
        return stores.appointments()
                .add(booked, new Fingerprint(UUID.randomUUID().toString(), "body"))
                .blockOptional(StoresUnderTest.PATIENCE)
                .orElseThrow();
    }
}
