package org.bodywork.bookings.appointment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;

import java.util.List;
import java.util.UUID;
import org.bodywork.bookings.appointment.application.Colleague.PracticeLead;
import org.bodywork.bookings.appointment.application.ReadIntake.Answered;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Attendance;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.appointment.domain.Corrections;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.IntakeReading;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.appointment.domain.Refusal.NoSuchAppointment;
import org.bodywork.bookings.appointment.domain.Refusal.NotYours;
import org.bodywork.bookings.appointment.domain.SealedOutcome;
import org.bodywork.bookings.client.application.ClientRecordsInMemory;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class ReadIntakeTest {

    private static final TherapistId JUNE = new TherapistId(UUID.randomUUID());
    private static final Colleague.Therapist TREATING = new Colleague.Therapist("account-of-june", JUNE);
    private static final GivenIntake GIVEN = new GivenIntake("2026-1", "{\"painLevel\":7}", false, false);

    private final AppointmentsInMemory appointments = new AppointmentsInMemory();
    private final ClientRecordsInMemory clients = new ClientRecordsInMemory();
    private final PrivateTexts texts = new PrivateTexts(clients);
    private final StaffAppointments staff = new StaffAppointments(appointments, new NoArchive());
    private final ReadIntake use =
            new ReadIntake(staff, appointments, clients, texts, new BusinessClock(SettableClock.at(WEEK_BEFORE)));

    @Test
    void showsTheTreatingTherapistWhatWasAnsweredAndNotesIt() {
        Appointment visit =
                appointments.put(answered(aConfirmedAppointment().of(JUNE).please()));

        Answered read = use.read(visit.id(), TREATING).block();

        assertThat(read).isEqualTo(new Answered("2026-1", WEEK_BEFORE, "{\"painLevel\":7}"));
        assertThat(appointments.readingsOf(visit.id()).block())
                .containsExactly(new IntakeReading(WEEK_BEFORE, "account-of-june"));
    }

    @Test
    void showsNothingThatCouldNotBeNotedFirst() {
        Appointment visit =
                appointments.put(answered(aConfirmedAppointment().of(JUNE).please()));
        appointments.loseReadings();

        StepVerifier.create(use.read(visit.id(), TREATING)).verifyError(IllegalStateException.class);
    }

    @Test
    void showsAnEarlierVisitsAnswersToWhoeverNeedNotAskAgain() {
        Appointment first = appointments.put(
                completed(answered(aConfirmedAppointment().of(JUNE).please())));
        new RememberVisit(appointments, clients, List.of()).remember(first.id()).block();
        Appointment asked = appointments.put(aConfirmedAppointment()
                .of(JUNE)
                .startingAt(MONDAY_AT_TEN.plusWeeks(1))
                .please());
        Appointment known = appointments.put(aConfirmedAppointment()
                .of(JUNE)
                .startingAt(MONDAY_AT_TEN.plusWeeks(2))
                .knownAlready()
                .please());

        assertThat(use.read(known.id(), TREATING).block())
                .isEqualTo(new Answered("2026-1", WEEK_BEFORE, "{\"painLevel\":7}"));
        assertThat(appointments.readingsOf(known.id()).block()).hasSize(1);
        assertThat(use.read(asked.id(), TREATING).blockOptional()).isEmpty();
        assertThat(appointments.readingsOf(asked.id()).block()).isEmpty();
    }

    @Test
    void showsTheAnswersOfAVisitThatTurnedOutToBeAnotherClients() {
        Appointment visit = answered(aConfirmedAppointment().of(JUNE).please());
        ClientMarks right = new ClientMarks("ref-of-grace-grace-grace", "key-of-grace", "1");
        Appointment corrected = texts.sealedFor(visit, right)
                .map(texts -> new Corrections(visit)
                        .correct(
                                new Client(
                                        "Grace Hopper",
                                        new EmailAddress("grace@example.org"),
                                        "+13145550123",
                                        Language.EN,
                                        null),
                                right,
                                texts,
                                Actor.staff("june"),
                                WEEK_BEFORE)
                        .orElseThrow()
                        .after())
                .blockOptional()
                .orElseThrow();
        appointments.put(corrected);
        clients.forget(visit.state().marks().ref()).block();

        assertThat(use.read(visit.id(), TREATING).block())
                .isEqualTo(new Answered("2026-1", WEEK_BEFORE, "{\"painLevel\":7}"));
    }

    @Test
    void showsNothingOnceTheClientIsForgotten() {
        Appointment visit =
                appointments.put(answered(aConfirmedAppointment().of(JUNE).please()));
        clients.forget(visit.state().marks().ref()).block();

        assertThat(use.read(visit.id(), TREATING).blockOptional()).isEmpty();
    }

    @Test
    void isForNobodyElse() {
        Appointment visit =
                appointments.put(answered(aConfirmedAppointment().of(JUNE).please()));
        PracticeId practice = visit.state().visit().practice();

        StepVerifier.create(use.read(visit.id(), new Colleague.Therapist("may", new TherapistId(UUID.randomUUID()))))
                .verifyError(NoSuchAppointment.class);
        StepVerifier.create(use.refuse(visit.id(), new PracticeLead("boss", practice)))
                .verifyError(NotYours.class);
        StepVerifier.create(use.refuse(visit.id(), new PracticeLead("boss", new PracticeId(UUID.randomUUID()))))
                .verifyError(NoSuchAppointment.class);
        assertThat(appointments.readingsOf(visit.id()).block()).isEmpty();
    }

    private Appointment answered(Appointment visit) {
        return texts.seal(visit, GIVEN, WEEK_BEFORE)
                .map(intake -> visit.answerIntake(intake, false, WEEK_BEFORE).after())
                .blockOptional()
                .orElseThrow();
    }

    private static Appointment completed(Appointment visit) {
        Actor june = Actor.staff("june");
        Appointment present = new Attendance(visit)
                .checkIn(june, MONDAY_AT_TEN.toInstant())
                .orElseThrow()
                .after();
        return new Attendance(present)
                .complete(june, new SealedOutcome(null, null), MONDAY_AT_TEN.toInstant())
                .orElseThrow()
                .after();
    }
}
