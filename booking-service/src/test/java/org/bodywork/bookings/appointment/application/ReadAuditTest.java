package org.bodywork.bookings.appointment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.AN_INTAKE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bodywork.bookings.appointment.application.ReadAudit.Stand;
import org.bodywork.bookings.appointment.application.ReadAudit.Step;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.IntakeReading;
import org.bodywork.bookings.appointment.domain.Moves;
import org.bodywork.bookings.appointment.domain.Origin;
import org.bodywork.bookings.appointment.domain.Refusal.NoSuchAppointment;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class ReadAuditTest {

    private static final TherapistId JUNE = new TherapistId(UUID.randomUUID());
    private static final Colleague TREATING = new Colleague.Therapist("june", JUNE);
    private static final Actor STAFF = Actor.staff("june");
    private static final Instant MONDAY = MONDAY_AT_TEN.toInstant();
    private static final Instant TUESDAY = MONDAY_AT_TEN.plusDays(1).toInstant();

    private final AppointmentsInMemory appointments = new AppointmentsInMemory();
    private final ReadAudit use = new ReadAudit(new StaffAppointments(appointments, new NoArchive()), appointments);

    @Test
    void tellsActorReasonBeforeAndAfterOfEachChange() {
        Appointment booked = aConfirmedAppointment().of(JUNE).please();
        Appointment moved = new Moves(booked)
                .rescheduleByStaff(tuesday(booked), new Origin(STAFF, "called", Set.of()), at(1))
                .orElseThrow()
                .after();
        appointments.put(moved.cancelByClient(at(2)).orElseThrow().after());

        assertThat(read(booked))
                .containsExactly(
                        new Step(
                                at(0),
                                Actor.CLIENT,
                                "BOOKED",
                                null,
                                null,
                                stand(Status.CONFIRMED, MONDAY),
                                null,
                                Set.of()),
                        new Step(
                                at(1),
                                STAFF,
                                "MOVED",
                                "called",
                                stand(Status.CONFIRMED, MONDAY),
                                stand(Status.CONFIRMED, TUESDAY),
                                null,
                                Set.of()),
                        new Step(
                                at(2),
                                Actor.CLIENT,
                                "CANCELLED",
                                null,
                                stand(Status.CONFIRMED, TUESDAY),
                                stand(Status.CANCELLED_BY_CLIENT, TUESDAY),
                                null,
                                Set.of()));
    }

    @Test
    void tellsAWantedTimeApartFromTheOneThatStands() {
        Appointment booked = aConfirmedAppointment().of(JUNE).please();
        Appointment asked = new Moves(booked)
                .propose(tuesday(booked), STAFF, Duration.ofHours(4), at(1))
                .orElseThrow()
                .after();
        appointments.put(new Moves(asked).declineProposal(at(2)).orElseThrow().after());

        assertThat(read(booked)).extracting(Step::wanted).containsExactly(null, TUESDAY, null);
        assertThat(read(booked)).extracting(Step::after).containsOnly(stand(Status.CONFIRMED, MONDAY));
    }

    @Test
    void tellsWhoHasReadTheAnswersInBetween() {
        Appointment booked = aConfirmedAppointment().of(JUNE).please();
        Appointment answered = booked.answerIntake(AN_INTAKE, false, at(1)).after();
        appointments.put(answered.cancelByClient(at(3)).orElseThrow().after());
        appointments
                .noteReading(booked.id(), new IntakeReading(at(2), "account-of-june"))
                .block();

        appointments
                .noteReading(booked.id(), new IntakeReading(at(4), "account-of-june", IntakeReading.Of.OUTCOME))
                .block();

        List<Step> steps = read(booked);

        assertThat(steps)
                .extracting(Step::action)
                .containsExactly("BOOKED", "INTAKE_GIVEN", "INTAKE_READ", "CANCELLED", "OUTCOME_READ");
        assertThat(steps.get(2).by()).isEqualTo(Actor.staff("account-of-june"));
    }

    @Test
    void isForTheStaffOfThePracticeOnly() {
        Appointment booked = appointments.put(aConfirmedAppointment().of(JUNE).please());

        StepVerifier.create(
                        use.read(booked.id(), new Colleague.PracticeLead("boss", new PracticeId(UUID.randomUUID()))))
                .verifyError(NoSuchAppointment.class);
        StepVerifier.create(use.read(
                        booked.id(),
                        new Colleague.PracticeLead(
                                "boss", booked.state().visit().practice())))
                .expectNextCount(1)
                .verifyComplete();
    }

    private List<Step> read(Appointment visit) {
        return use.read(visit.id(), TREATING).blockOptional().orElseThrow();
    }

    private static Instant at(int hours) {
        return WEEK_BEFORE.plus(Duration.ofHours(hours));
    }

    private static Stand stand(Status status, Instant start) {
        return new Stand(status, start, JUNE);
    }

    private static Visit tuesday(Appointment visit) {
        Listing listing = aListing().of(JUNE).please();
        Slot slot = new Slot(
                listing, listing.treatments().getFirst(), listing.workplaces().getFirst(), MONDAY_AT_TEN.plusDays(1));
        return visit.state().visit().movedTo(slot, null);
    }
}
