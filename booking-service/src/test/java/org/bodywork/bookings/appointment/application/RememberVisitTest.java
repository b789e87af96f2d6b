package org.bodywork.bookings.appointment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Attendance;
import org.bodywork.bookings.appointment.domain.SealedOutcome;
import org.bodywork.bookings.client.application.ClientRecordsInMemory;
import org.bodywork.bookings.client.domain.ClientHistory;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RememberVisitTest {

    private static final Instant START = MONDAY_AT_TEN.toInstant();
    private static final Actor STAFF = Actor.staff("june");
    private static final TherapistId JUNE = new TherapistId(UUID.randomUUID());

    private final AppointmentsInMemory appointments = new AppointmentsInMemory();
    private final ClientRecordsInMemory clients = new ClientRecordsInMemory();
    private final RememberVisit use = new RememberVisit(appointments, clients, List.of());

    @Test
    void addsAVisitThatTookPlaceToTheClientsHistory() {
        Appointment completed = appointments.put(new Attendance(checkedIn())
                .complete(STAFF, new SealedOutcome(null, null), START)
                .orElseThrow()
                .after());

        use.remember(completed.id()).block();

        assertThat(historyOf(completed).knows(JUNE)).isTrue();
        assertThat(appointments.settled()).containsExactly(completed.id());
    }

    @Test
    void remembersNothingOfAVisitThatIsNotOver() {
        Appointment present = appointments.put(checkedIn());

        use.remember(present.id()).block();

        assertThat(historyOf(present).visits()).isEmpty();
        assertThat(appointments.settled()).isEmpty();
    }

    @Test
    void letsEverybodyElseKnowBeforeItIsSettled() {
        Appointment completed = appointments.put(new Attendance(checkedIn())
                .complete(STAFF, new SealedOutcome(null, null), START)
                .orElseThrow()
                .after());
        List<Integer> settledByThen = new ArrayList<>();
        RememberVisit told = new RememberVisit(
                appointments,
                clients,
                List.of(visit -> Mono.fromRunnable(
                        () -> settledByThen.add(appointments.settled().size()))));

        told.remember(completed.id()).block();

        assertThat(settledByThen).containsExactly(0);
    }

    private ClientHistory historyOf(Appointment visit) {
        return clients.historyOf(visit.state().marks().ref()).blockOptional().orElseThrow();
    }

    private static Appointment checkedIn() {
        return new Attendance(aConfirmedAppointment().of(JUNE).please())
                .checkIn(STAFF, START)
                .orElseThrow()
                .after();
    }
}
