package org.bodywork.bookings.appointment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;

import java.util.List;
import java.util.UUID;
import org.bodywork.bookings.appointment.application.ReadClient.Entry;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Attendance;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.appointment.domain.Corrections;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.appointment.domain.Refusal.NoSuchAppointment;
import org.bodywork.bookings.appointment.domain.SealedTexts;
import org.bodywork.bookings.appointment.domain.VisitOutcome;
import org.bodywork.bookings.client.application.ClientRecordsInMemory;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class ReadClientTest {

    private static final TherapistId JUNE = new TherapistId(UUID.randomUUID());
    private static final TherapistId MAY = new TherapistId(UUID.randomUUID());
    private static final Colleague.Therapist TREATING = new Colleague.Therapist("account-of-june", JUNE);

    private final AppointmentsInMemory appointments = new AppointmentsInMemory();
    private final ClientRecordsInMemory clients = new ClientRecordsInMemory();
    private final PrivateTexts texts = new PrivateTexts(clients);
    private final ReadClient use = new ReadClient(
            new StaffAppointments(appointments, new NoArchive()),
            appointments,
            texts,
            new BusinessClock(SettableClock.at(WEEK_BEFORE)));

    @Test
    void showsAllVisitsOfThePersonToThisTherapist() {
        Appointment first = appointments.put(aConfirmedAppointment().of(JUNE).please());
        Appointment second = appointments.put(aConfirmedAppointment()
                .of(JUNE)
                .startingAt(MONDAY_AT_TEN.plusWeeks(1))
                .please());

        assertThat(read(second)).containsExactlyInAnyOrder(first.id(), second.id());
    }

    @Test
    void showsNothingOfVisitsToAnybodyElse() {
        Appointment own = appointments.put(aConfirmedAppointment().of(JUNE).please());
        Appointment another = appointments.put(aConfirmedAppointment()
                .of(MAY)
                .startingAt(MONDAY_AT_TEN.plusWeeks(1))
                .please());

        assertThat(read(own)).containsExactly(own.id());
        StepVerifier.create(use.read(another.id(), TREATING)).verifyError(NoSuchAppointment.class);
    }

    @Test
    void tellsPeopleApartWhoShareAnAddress() {
        Appointment ada = appointments.put(aConfirmedAppointment().of(JUNE).please());
        appointments.put(aConfirmedAppointment()
                .of(JUNE)
                .by("ada@example.org", "key-of-her-daughter")
                .startingAt(MONDAY_AT_TEN.plusWeeks(1))
                .please());

        assertThat(read(ada)).containsExactly(ada.id());
    }

    @Test
    void opensWhatWasNotedDown() {
        Appointment visit = appointments.put(
                completed(aConfirmedAppointment().of(JUNE).please(), new VisitOutcome(4, "Left shoulder freer.")));

        List<Entry> entries = entries(visit);

        assertThat(entries.getFirst().texts().outcome()).isEqualTo(new VisitOutcome(4, "Left shoulder freer."));
    }

    @Test
    void keepsForgottenClientsApart() {
        Appointment one =
                appointments.put(forgotten(aConfirmedAppointment().of(JUNE).please()));
        appointments.put(forgotten(aConfirmedAppointment()
                .of(JUNE)
                .startingAt(MONDAY_AT_TEN.plusWeeks(1))
                .please()));

        assertThat(read(one)).containsExactly(one.id());
    }

    private List<AppointmentId> read(Appointment visit) {
        return entries(visit).stream().map(entry -> entry.visit().id()).toList();
    }

    private List<Entry> entries(Appointment visit) {
        return use.read(visit.id(), TREATING).blockOptional().orElseThrow();
    }

    private Appointment completed(Appointment visit, VisitOutcome outcome) {
        Actor june = Actor.staff("june");
        Appointment present = new Attendance(visit)
                .checkIn(june, MONDAY_AT_TEN.toInstant())
                .orElseThrow()
                .after();
        return texts.sealOutcome(visit, outcome)
                .map(written -> new Attendance(present)
                        .complete(june, written, MONDAY_AT_TEN.toInstant())
                        .orElseThrow()
                        .after())
                .blockOptional()
                .orElseThrow();
    }

    /** As the store gives it back once nothing is known of its client. */
    private static Appointment forgotten(Appointment visit) {
        return new Corrections(visit)
                .correct(
                        new Client(
                                "Erased", new EmailAddress("erased@erased.invalid"), "+13145550123", Language.EN, null),
                        new ClientMarks(ClientMarks.FORGOTTEN, ClientMarks.FORGOTTEN, ClientMarks.FORGOTTEN),
                        new SealedTexts(null, null, null),
                        Actor.SYSTEM,
                        WEEK_BEFORE)
                .orElseThrow()
                .after();
    }
}
