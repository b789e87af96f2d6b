package org.bodywork.bookings.appointment.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aRequest;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bodywork.bookings.FreshKeys;
import org.bodywork.bookings.appointment.adapter.kafka.AppointmentEvents;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.application.VisitSequences.VisitSequence;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Asked;
import org.bodywork.bookings.opening.application.OpeningsCache;
import org.bodywork.bookings.opening.application.TailPulse;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

@MongoContract
class VisitsAskedForIT {

    private static final String ACCOUNT = "22222222-2222-3333-4444-555555555555";
    private static final Actor STAFF = Actor.staff(ACCOUNT);

    private final ManageLinks links = new ManageLinks(Mac.of("1", FreshKeys.key()), URI.create("http://localhost"));
    private final ReactiveMongoTemplate mongo;
    private final MongoAppointments appointments;
    private final MongoVisitSequences sequences;

    VisitsAskedForIT(TestDatabase database) {
        mongo = database.template();
        SettableClock clock = SettableClock.at(WEEK_BEFORE);
        Outbox outbox = Outbox.unattended(clock);
        appointments = new MongoAppointments(
                mongo,
                new AppointmentMapping(links),
                new AppointmentEvents(EventCipher.of(FreshKeys.keyset()), links),
                outbox,
                new TakenVisits(new OpeningsCache(new TailPulse(clock)), outbox),
                new AnsweredBy(List.of(ACCOUNT)));
        sequences = new MongoVisitSequences(mongo);
    }

    @Test
    void areFoundByTheHashOfASecretThatIsStoredNowhere() {
        Appointment request = add(aRequest().please());
        Asked asked = Objects.requireNonNull(request.state().asked());

        Appointment found = appointments
                .byAnswerHash(links.answerHashOf(request, asked, ACCOUNT))
                .block();

        assertThat(Objects.requireNonNull(found).state().asked()).isEqualTo(new Asked(1, List.of(ACCOUNT)));
        String secret = links.answersTo(request).get(ACCOUNT);
        assertThat(secret).isNotNull();
        assertThat(stored(request).toJson()).doesNotContain(secret);
    }

    @Test
    void areStillFoundOnceTheyAreAnswered() {
        Appointment request = add(aRequest().please());
        Asked asked = Objects.requireNonNull(request.state().asked());

        appointments.apply(request.accept(STAFF, WEEK_BEFORE).orElseThrow()).block();

        assertThat(appointments
                        .byAnswerHash(links.answerHashOf(request, asked, ACCOUNT))
                        .block())
                .isNotNull()
                .satisfies(found -> assertThat(links.answersTo(found)).isEmpty());
    }

    @Test
    void askNobodyWhereNothingIsToBeAnswered() {
        Appointment confirmed = add(aConfirmedAppointment().please());

        assertThat(confirmed.state().asked()).isNull();
        assertThat(stored(confirmed)).doesNotContainKey("asked");
    }

    @Test
    void ofBeforeThisWasNotedAreAnsweredAsEver() {
        Appointment request = add(aRequest().please());
        mongo.updateFirst(new Query(), new Update().unset("asked").unset("toldAt"), AppointmentDocument.COLLECTION)
                .block();

        Appointment older =
                Objects.requireNonNull(appointments.byId(request.id()).block());
        appointments.apply(older.accept(STAFF, WEEK_BEFORE).orElseThrow()).block();

        assertThat(older.state().asked()).isNull();
        assertThat(stored(request)).containsKey("toldAt").containsEntry("status", "CONFIRMED");
    }

    @Test
    void areCountedWhileTheyLiveAndWhenTheyWereToldOf() {
        Appointment request = add(aRequest().please());
        VisitSequence first = new VisitSequence(request.id().toString(), 1);
        assertThat(sequences.live().collectList().block()).containsExactly(first);
        assertThat(sequences.toldSince(WEEK_BEFORE).collectList().block()).containsExactly(first);
        assertThat(sequences.countToldSince(WEEK_BEFORE.plusSeconds(1)).block()).isZero();

        appointments
                .apply(request.decline(STAFF, null, WEEK_BEFORE.plusSeconds(60)).orElseThrow())
                .block();

        assertThat(sequences.countLive().block()).isZero();
        assertThat(sequences.toldSince(WEEK_BEFORE.plusSeconds(1)).collectList().block())
                .containsExactly(new VisitSequence(request.id().toString(), 2));
    }

    private Appointment add(Appointment appointment) {
        Fingerprint fingerprint = new Fingerprint(UUID.randomUUID().toString(), "body");
        return Objects.requireNonNull(appointments.add(appointment, fingerprint).block());
    }

    private Document stored(Appointment appointment) {
        return Objects.requireNonNull(
                mongo.findById(appointment.id().toString(), Document.class, AppointmentDocument.COLLECTION)
                        .block());
    }
}
