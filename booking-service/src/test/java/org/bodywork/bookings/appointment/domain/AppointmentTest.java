package org.bodywork.bookings.appointment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aRequest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.bodywork.bookings.appointment.domain.AuditEntry.Action;
import org.bodywork.bookings.appointment.domain.Refusal.StateForbids;
import org.bodywork.bookings.appointment.domain.Refusal.TooEarly;
import org.bodywork.bookings.client.domain.SealedText;
import org.junit.jupiter.api.Test;

class AppointmentTest {

    private static final Actor JUNE = Actor.staff("june");
    private static final Actor MANAGER = Actor.staff("manager");
    private static final Instant NEXT_MINUTE = WEEK_BEFORE.plusSeconds(60);
    private static final Instant START = MONDAY_AT_TEN.toInstant();
    private static final SealedOutcome OUTCOME =
            new SealedOutcome(new SealedText("client-1.c2NvcmU="), new SealedText("client-1.bm90ZXM="));

    @Test
    void isConfirmedAtOnceWithATherapistWhoBooksInstantly() {
        AppointmentState state = aConfirmedAppointment().please().state();

        assertThat(state.status()).isEqualTo(Status.CONFIRMED);
        assertThat(state.requestedUntil()).isNull();
    }

    @Test
    void waitsAsARequestOtherwise() {
        AppointmentState state =
                aRequest().waitingFor(Duration.ofHours(24)).please().state();

        assertThat(state.status()).isEqualTo(Status.REQUESTED);
        assertThat(state.requestedUntil()).isEqualTo(WEEK_BEFORE.plus(Duration.ofHours(24)));
    }

    @Test
    void neverWaitsBeyondItsStart() {
        AppointmentState state =
                aRequest().waitingFor(Duration.ofDays(30)).please().state();

        assertThat(state.requestedUntil()).isEqualTo(START);
    }

    @Test
    void takesTherapistAndRoomWithTheBufferAndTheClientWithout() {
        Appointment appointment = aRequest().inRoom("Elm").please();

        assertThat(appointment.occupied())
                .filteredOn(key -> key.startsWith("therapist:"))
                .hasSize(15);
        assertThat(appointment.occupied())
                .filteredOn(key -> key.startsWith("room:"))
                .hasSize(15);
        assertThat(appointment.occupied())
                .filteredOn(key -> key.startsWith("client:"))
                .hasSize(12);
    }

    @Test
    void keepsItsTimeWhenTheRequestIsAccepted() {
        Appointment request = aRequest().please();

        Appointment accepted = request.accept(JUNE, NEXT_MINUTE).orElseThrow().after();

        assertThat(accepted.status()).isEqualTo(Status.CONFIRMED);
        assertThat(accepted.occupied()).isEqualTo(request.occupied());
        assertThat(accepted.state().requestedUntil()).isNull();
    }

    @Test
    void raisesVersionAndSequenceAndKeepsTheAuditTrailWithEachChange() {
        Appointment accepted =
                aRequest().please().accept(JUNE, NEXT_MINUTE).orElseThrow().after();

        assertThat(accepted.state().version()).isEqualTo(2);
        assertThat(accepted.state().sequence()).isEqualTo(2);
        assertThat(accepted.state().audit())
                .extracting(AuditEntry::action)
                .containsExactly(Action.BOOKED, Action.ACCEPTED);
    }

    @Test
    void changesNothingWhenTheSamePersonAcceptsAgain() {
        Appointment accepted =
                aRequest().please().accept(JUNE, NEXT_MINUTE).orElseThrow().after();

        assertThat(accepted.accept(JUNE, NEXT_MINUTE)).isEmpty();
    }

    @Test
    void tellsTheSecondPersonWhoAcceptsWhatHappened() {
        Appointment accepted =
                aRequest().please().accept(JUNE, NEXT_MINUTE).orElseThrow().after();

        assertThatThrownBy(() -> accepted.accept(MANAGER, NEXT_MINUTE))
                .isInstanceOfSatisfying(
                        StateForbids.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(Status.CONFIRMED));
    }

    @Test
    void freesItsTimeWhenDeclined() {
        Appointment declined = aRequest()
                .please()
                .decline(JUNE, "away", NEXT_MINUTE)
                .orElseThrow()
                .after();

        assertThat(declined.status()).isEqualTo(Status.DECLINED);
        assertThat(declined.occupied()).isEmpty();
    }

    @Test
    void cannotBeAcceptedOnceExpiredEvenBeforeItIsClearedAway() {
        Appointment request = aRequest().waitingFor(Duration.ofHours(1)).please();
        Instant expired = WEEK_BEFORE.plus(Duration.ofHours(1));

        assertThatThrownBy(() -> request.accept(JUNE, expired))
                .isInstanceOfSatisfying(
                        StateForbids.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(Status.EXPIRED));
    }

    @Test
    void expiresNotBeforeItsTime() {
        Appointment request = aRequest().waitingFor(Duration.ofHours(1)).please();

        assertThat(request.expire(WEEK_BEFORE.plus(Duration.ofHours(1)).minusNanos(1)))
                .isEmpty();
        assertThat(request.expire(WEEK_BEFORE.plus(Duration.ofHours(1)))).isPresent();
    }

    @Test
    void neverExpiresOnceConfirmed() {
        assertThat(aConfirmedAppointment().please().expire(START.plus(Duration.ofDays(100))))
                .isEmpty();
    }

    @Test
    void isCancelledByTheClientRightUpToTheStart() {
        Appointment appointment = aConfirmedAppointment().please();

        assertThat(appointment.cancelByClient(START.minusNanos(1))).isPresent();
        assertThatThrownBy(() -> appointment.cancelByClient(START)).isInstanceOf(StateForbids.class);
    }

    @Test
    void marksTheClientsCancellationInsideTheCutOffAsLate() {
        Appointment appointment = aConfirmedAppointment().please();
        Instant cutoff = START.minus(Duration.ofHours(24));

        assertThat(cancelledByClient(appointment, cutoff).late()).isFalse();
        assertThat(cancelledByClient(appointment, cutoff.plusNanos(1)).late()).isTrue();
    }

    @Test
    void neverMarksTheCancellationOfARequestAsLate() {
        Instant shortlyBefore = START.minus(Duration.ofMinutes(30));
        Appointment request = aRequest().bookedAt(shortlyBefore).please();

        assertThat(cancelledByClient(request, shortlyBefore.plusSeconds(1)).late())
                .isFalse();
    }

    @Test
    void freesItsTimeWhenCancelled() {
        Appointment appointment = aConfirmedAppointment().please();

        Appointment cancelled =
                appointment.cancelByClient(NEXT_MINUTE).orElseThrow().after();

        assertThat(cancelled.occupied()).isEmpty();
    }

    @Test
    void isCancelledByStaffUntilItIsOver() {
        Appointment appointment = aConfirmedAppointment().please();
        Instant end = appointment.state().visit().end();

        assertThat(appointment.cancelByStaff(JUNE, "ill", end.minusNanos(1))).isPresent();
        assertThatThrownBy(() -> appointment.cancelByStaff(JUNE, "ill", end)).isInstanceOf(StateForbids.class);
    }

    @Test
    void isCheckedInFromTheBeginningOfItsLocalDay() {
        Appointment appointment = aConfirmedAppointment().please();
        ZonedDateTime midnight = MONDAY_AT_TEN.toLocalDate().atStartOfDay(MONDAY_AT_TEN.getZone());

        assertThat(new Attendance(appointment).checkIn(JUNE, midnight.toInstant()))
                .isPresent();
        assertThatThrownBy(() -> new Attendance(appointment)
                        .checkIn(JUNE, midnight.toInstant().minusNanos(1)))
                .isInstanceOfSatisfying(TooEarly.class, early -> {
                    assertThat(early.status()).isEqualTo(Status.CONFIRMED);
                    assertThat(early.notBefore()).isEqualTo(midnight);
                });
    }

    @Test
    void keepsItsTimeWhileTheClientIsThere() {
        Appointment confirmed = aConfirmedAppointment().please();

        assertThat(checkedIn(confirmed).occupied()).isEqualTo(confirmed.occupied());
    }

    @Test
    void isCompletedOnceItsStartHasPassedAndKeepsWhatWasNoted() {
        Appointment checkedIn = checkedIn(aConfirmedAppointment().please());

        assertThatThrownBy(() -> new Attendance(checkedIn).complete(JUNE, OUTCOME, START.minusNanos(1)))
                .isInstanceOf(TooEarly.class);
        Appointment completed = new Attendance(checkedIn)
                .complete(JUNE, OUTCOME, START)
                .orElseThrow()
                .after();

        assertThat(completed.status()).isEqualTo(Status.COMPLETED);
        assertThat(completed.state().outcome()).isEqualTo(OUTCOME);
        assertThat(completed.occupied()).isEmpty();
    }

    @Test
    void isNotCompletedBeforeTheClientIsCheckedIn() {
        Appointment confirmed = aConfirmedAppointment().please();

        assertThatThrownBy(() -> new Attendance(confirmed).complete(JUNE, OUTCOME, START))
                .isInstanceOfSatisfying(
                        StateForbids.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(Status.CONFIRMED));
    }

    @Test
    void isNoNoShowBeforeItsStartOrOnceTheClientIsThere() {
        Appointment confirmed = aConfirmedAppointment().please();

        assertThatThrownBy(() -> new Attendance(confirmed).markNoShow(JUNE, START.minusNanos(1)))
                .isInstanceOf(TooEarly.class);
        assertThatThrownBy(() -> new Attendance(checkedIn(confirmed)).markNoShow(JUNE, START))
                .isInstanceOf(StateForbids.class);
        assertThat(new Attendance(confirmed)
                        .markNoShow(JUNE, START)
                        .orElseThrow()
                        .after()
                        .occupied())
                .isEmpty();
    }

    @Test
    void changesNothingWhenTheSamePersonRecordsTheSameAgain() {
        Appointment checkedIn = checkedIn(aConfirmedAppointment().please());
        Appointment completed = new Attendance(checkedIn)
                .complete(JUNE, OUTCOME, START)
                .orElseThrow()
                .after();
        Appointment missed = new Attendance(aConfirmedAppointment().please())
                .markNoShow(JUNE, START)
                .orElseThrow()
                .after();

        assertThat(new Attendance(checkedIn).checkIn(JUNE, START)).isEmpty();
        assertThat(new Attendance(completed).complete(JUNE, new SealedOutcome(null, null), START))
                .isEmpty();
        assertThat(new Attendance(missed).markNoShow(JUNE, START)).isEmpty();
        assertThatThrownBy(() -> new Attendance(completed).complete(MANAGER, OUTCOME, START))
                .isInstanceOfSatisfying(
                        StateForbids.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(Status.COMPLETED));
    }

    @Test
    void isStillCancelledBeforeItsStartWhenTheClientWasCheckedInTooSoon() {
        Appointment checkedIn = checkedIn(aConfirmedAppointment().please());

        assertThat(cancelledByClient(checkedIn, START.minusNanos(1)).late()).isTrue();
        assertThat(checkedIn.cancelByStaff(JUNE, "ill", START)).isPresent();
    }

    @Test
    void isDeclinedRatherThanCancelledByStaffWhileItIsARequest() {
        Appointment request = aRequest().please();

        assertThatThrownBy(() -> request.cancelByStaff(JUNE, null, NEXT_MINUTE)).isInstanceOf(StateForbids.class);
    }

    @Test
    void isShownByItsLinkForThirtyDaysAfterItsEnd() {
        Appointment appointment = aConfirmedAppointment().please();
        Instant end = appointment.state().visit().end();

        assertThat(appointment.linkStillReads(end.plus(Duration.ofDays(30)).minusNanos(1)))
                .isTrue();
        assertThat(appointment.linkStillReads(end.plus(Duration.ofDays(30)))).isFalse();
    }

    private static Appointment checkedIn(Appointment confirmed) {
        return new Attendance(confirmed)
                .checkIn(JUNE, START.minusSeconds(600))
                .orElseThrow()
                .after();
    }

    private static AppointmentState cancelledByClient(Appointment appointment, Instant now) {
        return appointment.cancelByClient(now).orElseThrow().after().state();
    }
}
