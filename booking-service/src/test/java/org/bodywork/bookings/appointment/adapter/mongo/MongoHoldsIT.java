package org.bodywork.bookings.appointment.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aRequest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.application.Appointments.TimeTaken;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.application.StaffQuery;
import org.bodywork.bookings.appointment.domain.AnAppointment;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.HeldFor;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.opening.domain.AListing;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

@MongoContract
class MongoHoldsIT {

    private static final Duration PATIENCE = StoresUnderTest.PATIENCE;
    private static final TherapistId JUNE = new TherapistId(UUID.randomUUID());
    private static final TherapistId MAY = new TherapistId(UUID.randomUUID());

    private final ReactiveMongoTemplate mongo;
    private final MongoAppointments appointments;
    private final MongoHolds holds;

    MongoHoldsIT(TestDatabase database) {
        StoresUnderTest stores = StoresUnderTest.withIndexes(database, SettableClock.at(WEEK_BEFORE));
        mongo = stores.mongo();
        appointments = stores.appointments();
        holds = stores.holds();
    }

    @Test
    void turnsAHoldIntoAnAppointmentInItsPlace() {
        AnAppointment words = aRequest().of(JUNE).inRoom("Elm").numbered("contact:ref#1");
        Hold hold = hold(words.numbered("browser:one#2"));

        Appointment booked = some(book(hold, words.numbered("contact:ref#1").please(), WEEK_BEFORE));

        assertThat(found(booked).state()).isEqualTo(booked.state());
        assertThat(stored(booked)).doesNotContainKeys("renewed", "changedAt");
        assertThat(stored(booked).getList("occupied", String.class))
                .contains("contact:ref#1")
                .doesNotContain("browser:one#2");
        assertThat(holds.byId(hold.id()).blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void leavesAHoldAsItIsWhenTheClientIsElsewhere() {
        add(aRequest().of(MAY));
        Hold hold = hold(aRequest().of(JUNE));

        Mono<Appointment> booking =
                book(hold, aRequest().of(JUNE).withId(hold.id()).please(), WEEK_BEFORE);

        StepVerifier.create(booking).verifyError(TimeTaken.class);
        assertThat(holds.byId(hold.id()).block(PATIENCE)).isEqualTo(hold);
    }

    @Test
    void booksNoHoldWhoseMinutesAreOver() {
        Hold hold = hold(aRequest().of(JUNE));
        Appointment wanted = aRequest().of(JUNE).withId(hold.id()).please();

        StepVerifier.create(book(hold, wanted, hold.expiresAt())).verifyError(ChangedMeanwhile.class);
    }

    @Test
    void booksAHoldOnceWhenManyTryAtOnce() {
        Hold hold = hold(aRequest().of(JUNE));

        List<Boolean> booked = Flux.range(0, 20)
                .map(turn -> anotherClient().of(JUNE).withId(hold.id()).please())
                .flatMap(
                        wanted -> book(hold, wanted, WEEK_BEFORE)
                                .map(_ -> true)
                                .onErrorReturn(ChangedMeanwhile.class, false)
                                .subscribeOn(Schedulers.parallel()),
                        20)
                .collectList()
                .block(PATIENCE);

        assertThat(booked).filteredOn(done -> done).hasSize(1);
    }

    @Test
    void keepsHeldTimeFromOthersUntilItIsReleased() {
        Hold hold = hold(aRequest().of(JUNE));
        StepVerifier.create(adding(anotherClient().of(JUNE))).verifyError(TimeTaken.class);

        holds.apply(hold.release(WEEK_BEFORE).orElseThrow()).block(PATIENCE);

        StepVerifier.create(adding(anotherClient().of(JUNE))).expectNextCount(1).verifyComplete();
    }

    @Test
    void findsAHoldAsItWasAddedAndChanged() {
        Hold hold = hold(aRequest().of(JUNE).inRoom("Elm").numbered("browser:one#2", "address:one#9"));
        assertThat(holds.byId(hold.id()).block(PATIENCE)).isEqualTo(hold);

        Hold renewed = holds.apply(hold.renew(WEEK_BEFORE.plusSeconds(60))).block(PATIENCE);

        assertThat(holds.byId(hold.id()).block(PATIENCE)).isEqualTo(renewed);
        StepVerifier.create(holds.apply(hold.release(WEEK_BEFORE).orElseThrow()))
                .verifyError(ChangedMeanwhile.class);
    }

    @Test
    void dropsAHoldOnlyOnceItsEndIsTold() {
        Hold hold = hold(aRequest().of(JUNE));
        holds.apply(hold.release(WEEK_BEFORE).orElseThrow()).block(PATIENCE);

        holds.drop(hold.id()).block(PATIENCE);
        assertThat(holds.byId(hold.id()).blockOptional(PATIENCE)).isPresent();

        mongo.updateFirst(new Query(), new Update().unset("outbox"), AppointmentDocument.COLLECTION)
                .block(PATIENCE);
        holds.drop(hold.id()).block(PATIENCE);
        assertThat(holds.byId(hold.id()).blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void listsNoHoldsAmongAppointmentsAndFindsNoneByTheirId() {
        Hold hold = hold(aRequest().of(JUNE));

        StaffQuery all = new StaffQuery(
                new Colleague.PracticeLead("manager", AListing.PRACTICE), null, null, Set.of(), null, 10);

        assertThat(appointments.list(all).collectList().block(PATIENCE)).isEmpty();
        assertThat(appointments.byId(hold.id()).blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void keepsTheNumberOfADayUntilTheDayIsOver() {
        Hold hold = hold(aRequest().of(JUNE).numbered("browser:one#2", "day:june|2026-11-30#4"));

        holds.apply(hold.release(WEEK_BEFORE).orElseThrow()).block(PATIENCE);

        Document ended = some(mongo.findById(hold.id().toString(), Document.class, AppointmentDocument.COLLECTION));
        assertThat(ended.getList("occupied", String.class)).containsExactly("day:june|2026-11-30#4");
        assertThat(ended.getDate("due").toInstant())
                .isEqualTo(MONDAY_AT_TEN.plusDays(1).toInstant());
    }

    @Test
    void findsWhatIsKeptForAPurposeUntilItIsAVisitOrGivenBack() {
        HeldFor series = new HeldFor(HeldFor.Kind.SERIES, "one");
        Instant until = WEEK_BEFORE.plusSeconds(900);
        AnAppointment words = aRequest().of(JUNE);
        Hold kept = some(holds.add(words.keptFor(series, until)));
        Hold other = some(holds.add(aRequest().of(MAY).keptFor(series, until)));

        assertThat(keptFor(series)).containsExactlyInAnyOrder(kept, other);
        assertThat(keptFor(new HeldFor(HeldFor.Kind.OFFER, "one"))).isEmpty();
        Appointment booked = some(book(kept, words.please(), WEEK_BEFORE));
        holds.apply(other.release(WEEK_BEFORE).orElseThrow()).block(PATIENCE);

        assertThat(keptFor(series)).isEmpty();
        assertThat(stored(booked)).doesNotContainKey("heldFor");
    }

    /** So do those of before, which a visitor was just booking too. */
    @Test
    void namesNoPurposeWhereAVisitorIsJustBooking() {
        Hold hold = hold(aRequest().of(JUNE));

        Document stored = some(mongo.findById(hold.id().toString(), Document.class, AppointmentDocument.COLLECTION));

        assertThat(stored).doesNotContainKey("heldFor");
        assertThat(some(holds.byId(hold.id())).isVisitors()).isTrue();
    }

    private List<Hold> keptFor(HeldFor purpose) {
        return holds.keptFor(purpose).collectList().blockOptional(PATIENCE).orElseThrow();
    }

    private Hold hold(AnAppointment words) {
        return some(holds.add(words.held()));
    }

    private Mono<Appointment> book(Hold hold, Appointment wanted, Instant now) {
        String key = UUID.randomUUID().toString();
        return appointments.book(hold, wanted, new Fingerprint(key, key), now);
    }

    private static AnAppointment anotherClient() {
        return aRequest().by("client@example.org", UUID.randomUUID().toString());
    }

    private Mono<Appointment> adding(AnAppointment words) {
        return appointments.add(
                words.please(), new Fingerprint(UUID.randomUUID().toString(), "body"));
    }

    private Appointment add(AnAppointment words) {
        return some(adding(words));
    }

    private Appointment found(Appointment appointment) {
        return some(appointments.byId(appointment.id()));
    }

    private Document stored(Appointment appointment) {
        return some(mongo.findById(appointment.id().toString(), Document.class, AppointmentDocument.COLLECTION));
    }

    private static <T> T some(Mono<T> mono) {
        return mono.blockOptional(PATIENCE).orElseThrow();
    }
}
