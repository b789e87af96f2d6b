package org.bodywork.bookings.appointment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bodywork.bookings.appointment.domain.AnAppointment.AN_INTAKE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aRequest;

import java.time.Instant;
import org.bodywork.bookings.appointment.domain.AuditEntry.Action;
import org.bodywork.bookings.appointment.domain.Refusal.StateForbids;
import org.bodywork.bookings.appointment.domain.Refusal.TooMany;
import org.junit.jupiter.api.Test;

class IntakeOfAppointmentTest {

    private static final Actor JUNE = Actor.staff("june");
    private static final Instant END = MONDAY_AT_TEN.plusHours(1).toInstant();

    @Test
    void isNeededUntilItIsGiven() {
        Appointment booked = aConfirmedAppointment().please();

        Appointment answered = answered(booked, false);

        assertThat(booked.state().intakeNeeded()).isTrue();
        assertThat(answered.state().intakeNeeded()).isFalse();
        assertThat(answered.state().reviewNeeded()).isFalse();
        assertThat(answered.state().lastEntry())
                .satisfies(entry -> assertThat(entry.action()).isEqualTo(Action.INTAKE_GIVEN))
                .satisfies(entry -> assertThat(entry.reason()).isNull());
    }

    @Test
    void asksForAReviewWithoutTakingBackWhatIsAgreed() {
        Appointment answered = answered(aConfirmedAppointment().please(), true);

        assertThat(answered.status()).isEqualTo(Status.CONFIRMED);
        assertThat(answered.state().reviewNeeded()).isTrue();
    }

    @Test
    void makesARequestOfAnInstantBookingWithARedFlag() {
        Appointment booked = aConfirmedAppointment().answering(AN_INTAKE, true).please();

        assertThat(booked.status()).isEqualTo(Status.REQUESTED);
        assertThat(booked.state().reviewNeeded()).isTrue();
        assertThat(booked.state().intakeNeeded()).isFalse();
    }

    @Test
    void isReviewedOnceTheTherapistHasAccepted() {
        Appointment request = aConfirmedAppointment().answering(AN_INTAKE, true).please();

        Appointment accepted = request.accept(JUNE, WEEK_BEFORE).orElseThrow().after();

        assertThat(accepted.state().reviewNeeded()).isFalse();
        assertThat(accepted.state().intake()).isEqualTo(AN_INTAKE);
    }

    @Test
    void leavesARequestWaitingAsItWas() {
        Appointment request = aRequest().please();

        Appointment answered = answered(request, false);

        assertThat(answered.state().requestedUntil()).isEqualTo(request.state().requestedUntil());
        assertThat(answered.occupied()).isEqualTo(request.occupied());
        assertThat(answered.state().numbers()).isEqualTo(request.state().numbers());
    }

    @Test
    void doesNotHideThatTheSamePersonHasJustDoneIt() {
        Appointment accepted =
                aRequest().please().accept(JUNE, WEEK_BEFORE).orElseThrow().after();

        Appointment answered = answered(accepted, false);

        assertThat(answered.accept(JUNE, WEEK_BEFORE)).isEmpty();
    }

    @Test
    void isTakenUntilTheVisitEnds() {
        Appointment visit = aConfirmedAppointment().please();

        assertThat(visit.answerIntake(AN_INTAKE, false, END.minusMillis(1)).after())
                .isNotNull();
        assertThatThrownBy(() -> visit.answerIntake(AN_INTAKE, false, END)).isInstanceOf(StateForbids.class);
        Appointment cancelled = visit.cancelByClient(WEEK_BEFORE).orElseThrow().after();
        assertThatThrownBy(() -> cancelled.answerIntake(AN_INTAKE, false, WEEK_BEFORE))
                .isInstanceOf(StateForbids.class);
    }

    @Test
    void isAnsweredAnewOnlySoOften() {
        Appointment visit = aConfirmedAppointment().please();
        for (int turn = 0; turn < Appointment.MOST_INTAKES; turn++) {
            visit = answered(visit, false);
        }
        Appointment full = visit;

        assertThatThrownBy(() -> full.answerIntake(AN_INTAKE, false, WEEK_BEFORE))
                .isInstanceOf(TooMany.class);
    }

    @Test
    void staysWhenTheLinkIsRevoked() {
        Appointment visit = answered(aConfirmedAppointment().please(), true);

        Appointment revoked = visit.revokeLink(JUNE, "sent on", WEEK_BEFORE).after();

        assertThat(revoked.state().linkVersion()).isEqualTo(visit.state().linkVersion() + 1);
        assertThat(revoked.status()).isEqualTo(Status.CONFIRMED);
        assertThat(revoked.state().reviewNeeded()).isTrue();
        assertThat(revoked.state().intake()).isEqualTo(AN_INTAKE);
        assertThat(revoked.occupied()).isEqualTo(visit.occupied());
    }

    private static Appointment answered(Appointment visit, boolean toBeReviewed) {
        return visit.answerIntake(AN_INTAKE, toBeReviewed, WEEK_BEFORE).after();
    }
}
