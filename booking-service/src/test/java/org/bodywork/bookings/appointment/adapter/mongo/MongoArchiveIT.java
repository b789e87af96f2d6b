package org.bodywork.bookings.appointment.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aRequest;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bodywork.bookings.FreshKeys;
import org.bodywork.bookings.appointment.adapter.kafka.AppointmentEvents;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.application.StaffQuery;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.AnAppointment;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.IntakeReading;
import org.bodywork.bookings.opening.application.OpeningsCache;
import org.bodywork.bookings.opening.application.TailPulse;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.test.StepVerifier;

@MongoContract
class MongoArchiveIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Actor STAFF = Actor.staff("june");
    private static final TherapistId JUNE = new TherapistId(UUID.randomUUID());
    private static final Retention RETENTION =
            new Retention(Duration.ofDays(2557), Duration.ofDays(90), Duration.ofDays(1096));
    private static final Update TOLD = new Update().unset("outbox").unset("relay");

    private final ReactiveMongoTemplate mongo;
    private final MongoAppointments appointments;
    private final AppointmentMapping mapping;
    private final MongoArchive archive;
    private final SettableClock clock = SettableClock.at(WEEK_BEFORE);

    MongoArchiveIT(TestDatabase database) {
        mongo = database.template();
        mongo.getCollection(AppointmentDocument.COLLECTION)
                .flatMapMany(collection -> collection.createIndexes(AppointmentStore.indexes()))
                .blockLast(PATIENCE);
        mongo.getCollection(MongoArchive.COLLECTION)
                .flatMapMany(collection -> collection.createIndexes(MongoArchive.indexes()))
                .blockLast(PATIENCE);
        ManageLinks links = new ManageLinks(Mac.of("1", FreshKeys.key()), URI.create("http://localhost"));
        AppointmentEvents events = new AppointmentEvents(EventCipher.of(FreshKeys.keyset()), links);
        Outbox outbox = Outbox.unattended(clock);
        mapping = new AppointmentMapping(links);
        appointments = new MongoAppointments(
                mongo,
                mapping,
                events,
                outbox,
                new TakenVisits(new OpeningsCache(new TailPulse(clock)), outbox),
                AnsweredBy.NOBODY);
        archive = new MongoArchive(mongo, mapping);
    }

    @Test
    void keepsWhatWasAndLeavesBehindWhatCouldStillHappen() {
        Appointment visit = toldOf(add(aConfirmedAppointment().of(JUNE)));

        move(visit);

        assertThat(live(visit)).isNull();
        assertThat(Objects.requireNonNull(archived(visit)))
                .doesNotContainKeys("occupied", "requestKey", "bodyHash", "secretHash", "expiresAt", "claim");
        assertThat(read(visit).state()).isEqualTo(visit.state());
    }

    @Test
    void isRepeatedWithoutHarmAfterDyingBetweenCopyAndRemoval() {
        Appointment visit = toldOf(add(aConfirmedAppointment().of(JUNE)));
        Document stored = Objects.requireNonNull(live(visit));
        archive.copy(stored, WEEK_BEFORE).block(PATIENCE);
        assertThat(live(visit)).isNotNull();
        assertThat(archived(visit)).isNotNull();

        move(visit);

        assertThat(live(visit)).isNull();
        assertThat(mongo.count(new Query(), MongoArchive.COLLECTION).block(PATIENCE))
                .isEqualTo(1);
    }

    @Test
    void doesNotTakeAwayWhatHasChangedMeanwhile() {
        Appointment visit = toldOf(add(aConfirmedAppointment().of(JUNE)));
        Document stored = Objects.requireNonNull(live(visit));
        appointments
                .apply(visit.cancelByStaff(STAFF, "ill", WEEK_BEFORE).orElseThrow())
                .block(PATIENCE);

        archive.move(stored, WEEK_BEFORE).block(PATIENCE);
        assertThat(live(visit)).isNotNull();

        Appointment cancelled =
                toldOf(Objects.requireNonNull(appointments.byId(visit.id()).block(PATIENCE)));
        move(cancelled);
        assertThat(live(visit)).isNull();
        assertThat(read(visit).state()).isEqualTo(cancelled.state());
    }

    @Test
    void stillNotesWhoReadsAnswersAndLosesNoSuchNote() {
        Appointment visit = toldOf(add(aConfirmedAppointment().of(JUNE)));
        Document stored = Objects.requireNonNull(live(visit));
        IntakeReading first = new IntakeReading(WEEK_BEFORE, "june");
        IntakeReading second = new IntakeReading(WEEK_BEFORE.plusSeconds(1), "june");
        appointments.noteReading(visit.id(), first).block(PATIENCE);

        archive.move(stored, WEEK_BEFORE).block(PATIENCE);
        assertThat(live(visit)).as("read after it was copied").isNotNull();
        move(visit);
        appointments.noteReading(visit.id(), second).block(PATIENCE);

        assertThat(live(visit)).isNull();
        assertThat(appointments.readingsOf(visit.id()).block(PATIENCE)).containsExactly(first, second);
    }

    @Test
    void waitsWhileItsEventsWait() {
        Appointment visit = add(aConfirmedAppointment().of(JUNE));

        StepVerifier.create(archive.move(Objects.requireNonNull(live(visit)), WEEK_BEFORE))
                .verifyError(RuntimeException.class);

        assertThat(live(visit)).isNotNull();
        assertThat(archived(visit)).isNull();
    }

    @Test
    void listsWhatIsThereInOrderOfStart() {
        Appointment later = toldOf(add(aConfirmedAppointment().of(JUNE).startingAt(MONDAY_AT_TEN.plusDays(1))));
        Appointment earlier = toldOf(add(aConfirmedAppointment().of(JUNE)));
        move(later);
        move(earlier);
        StaffQuery all = new StaffQuery(new Colleague.Therapist("june", JUNE), null, null, Set.of(), null, 20);

        assertThat(archive.list(all).map(Appointment::id).collectList().block(PATIENCE))
                .containsExactly(earlier.id(), later.id());
    }

    @Test
    void dropsWhoDidWhatFirstAndTheVisitLater() {
        Appointment visit = toldOf(add(aConfirmedAppointment().of(JUNE)));
        Appointment cancelled = toldOf(Objects.requireNonNull(appointments
                .apply(visit.cancelByStaff(STAFF, "a sick child", WEEK_BEFORE).orElseThrow())
                .block(PATIENCE)));
        move(cancelled);
        Instant from = cancelled.state().archivedFrom();

        lookAt(cancelled, from.plus(RETENTION.audit()).minusSeconds(1));
        assertThat(read(visit).state().audit()).hasSize(2);
        lookAt(cancelled, from.plus(RETENTION.audit()));
        assertThat(Objects.requireNonNull(archived(visit)).toJson())
                .doesNotContain("a sick child")
                .doesNotContain("\"june\"");
        assertThat(read(visit).status()).isEqualTo(cancelled.status());
        lookAt(cancelled, from.plus(RETENTION.visits()));

        assertThat(archived(visit)).isNull();
    }

    @Test
    void keepsWhatWasNeverAgreedOnForAShorterTime() {
        Appointment request = add(aRequest().of(JUNE));
        Appointment declined = toldOf(Objects.requireNonNull(appointments
                .apply(request.decline(STAFF, null, WEEK_BEFORE).orElseThrow())
                .block(PATIENCE)));
        move(declined);

        lookAt(declined, declined.state().archivedFrom().plus(RETENTION.unanswered()));

        assertThat(archived(declined)).isNull();
    }

    private Appointment add(AnAppointment words) {
        Appointment appointment = words.please();
        Fingerprint fingerprint = new Fingerprint("1." + UUID.randomUUID(), "1." + UUID.randomUUID());
        return Objects.requireNonNull(appointments.add(appointment, fingerprint).block(PATIENCE));
    }

    private Appointment toldOf(Appointment appointment) {
        mongo.updateFirst(byId(appointment), TOLD, AppointmentDocument.COLLECTION)
                .block(PATIENCE);
        return appointment;
    }

    private void move(Appointment appointment) {
        archive.move(Objects.requireNonNull(live(appointment)), RETENTION.looksFirstAt(appointment.state()))
                .block(PATIENCE);
    }

    private void lookAt(Appointment appointment, Instant now) {
        clock.set(now);
        mongo.updateFirst(byId(appointment), Update.update("claim", "ours"), MongoArchive.COLLECTION)
                .block(PATIENCE);
        new RetentionWork(mongo, mapping, RETENTION, new BusinessClock(clock))
                .handle(new Claimed(Objects.requireNonNull(archived(appointment)), "ours", 1))
                .block(PATIENCE);
    }

    private Appointment read(Appointment appointment) {
        return Objects.requireNonNull(archive.byId(appointment.id()).block(PATIENCE));
    }

    private @Nullable Document live(Appointment appointment) {
        return mongo.findOne(byId(appointment), Document.class, AppointmentDocument.COLLECTION)
                .block(PATIENCE);
    }

    private @Nullable Document archived(Appointment appointment) {
        return mongo.findOne(byId(appointment), Document.class, MongoArchive.COLLECTION)
                .block(PATIENCE);
    }

    private static Query byId(Appointment appointment) {
        return Query.query(Criteria.where("_id").is(appointment.id().toString()));
    }
}
