package org.bodywork.bookings.appointment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.OMAR;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aRequest;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.bodywork.bookings.client.domain.SealedText;
import org.bodywork.bookings.opening.domain.BookingRules;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private static final Actor OF_JUNE = Actor.staff("june");
    private static final Actor OF_OMAR = Actor.staff("omar");
    private static final Instant START = MONDAY_AT_TEN.toInstant();

    private static final BookingRules BY_REQUEST = aListing().please().rules();

    private final Appointment asked = aRequest().withSam().please();
    private final TherapistId june = asked.state().visit().part().therapist();

    @Test
    void isConfirmedWithTheSecondYesWhoeverSaysItFirst() {
        Appointment half = accept(asked, OF_OMAR, OMAR);
        Appointment whole = accept(half, OF_JUNE, june);

        assertThat(half.status()).isEqualTo(Status.REQUESTED);
        assertThat(half.state().requestedUntil()).isEqualTo(asked.state().requestedUntil());
        assertThat(whole.status()).isEqualTo(Status.CONFIRMED);
        assertThat(whole.accept(OF_OMAR, Set.of(OMAR), WEEK_BEFORE)).isEmpty();
        assertThat(whole.accept(OF_JUNE, Set.of(june), WEEK_BEFORE)).isEmpty();
    }

    @Test
    void isConfirmedAtOnceByWhoeverAnswersForBoth() {
        Appointment whole = asked.accept(OF_JUNE, Set.of(june, OMAR), WEEK_BEFORE)
                .orElseThrow()
                .after();

        assertThat(whole.status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void isTakenAsAWholeByNobodyOnceItHasExpired() {
        Appointment half = accept(asked, OF_OMAR, OMAR);
        Instant late = START.minusSeconds(1);

        assertThatThrownBy(() -> half.accept(OF_JUNE, Set.of(june), late)).isInstanceOf(Refusal.StateForbids.class);
        assertThat(half.expire(late))
                .get()
                .extracting(change -> change.after().status())
                .isEqualTo(Status.EXPIRED);
    }

    @Test
    void asksBothAnewWhenTheClientWantsAnotherTime() {
        Appointment half = accept(asked, OF_OMAR, OMAR);
        Visit there = later(half.state().visit());

        Appointment moved = new Moves(half)
                .rescheduleByClient(there, BY_REQUEST, WEEK_BEFORE)
                .orElseThrow()
                .after();

        assertThat(companionOf(moved).accepted()).isEmpty();
        assertThat(accept(moved, OF_JUNE, june).status()).isEqualTo(Status.REQUESTED);
    }

    @Test
    void takesTheTimeOfBothTherapistsAndBothPeople() {
        assertThat(asked.occupied())
                .anyMatch(key -> key.startsWith("therapist:" + june))
                .anyMatch(key -> key.startsWith("therapist:" + OMAR))
                .anyMatch(key -> key.startsWith("client:key-of-ada"))
                .anyMatch(key -> key.startsWith("client:key-of-sam"));
    }

    @Test
    void showsTheSecondTherapistNothingOfTheClientButTheName() {
        Appointment seen = asked.seenBy(OMAR);

        assertThat(seen.state().client().name()).isEqualTo("Sam Rivera");
        assertThat(seen.state().client().phone()).isNull();
        assertThat(seen.state().note()).isNull();
        assertThat(seen.state().visit().part().therapist()).isEqualTo(OMAR);
        assertThat(companionOf(seen).name()).isEqualTo("Ada Lovelace");
        assertThat(companionOf(seen).intake()).isNull();
        assertThat(asked.seenBy(june)).isSameAs(asked);
        assertThatThrownBy(() -> seen.decline(OF_OMAR, null, WEEK_BEFORE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsWhatEachTherapistNotesAtTheEndApart() {
        SealedOutcome hers = new SealedOutcome(null, new SealedText("client-1.aGVycw=="));
        SealedOutcome his = new SealedOutcome(null, new SealedText("client-1.aGlz"));
        Appointment came = new Attendance(aConfirmedAppointment().withSam().please())
                .checkIn(OF_JUNE, START)
                .orElseThrow()
                .after();

        Appointment first = new Attendance(came)
                .complete(OF_OMAR, his, true, START)
                .orElseThrow()
                .after();
        Appointment both = new Attendance(first)
                .complete(OF_JUNE, hers, false, START)
                .orElseThrow()
                .after();

        assertThat(first.status()).isEqualTo(Status.COMPLETED);
        assertThat(first.state().outcome()).isNull();
        assertThat(both.state().outcome()).isEqualTo(hers);
        assertThat(companionOf(both).outcome()).isEqualTo(his);
        assertThat(new Attendance(both).complete(OF_JUNE, his, false, START)).isEmpty();
    }

    private static Companion companionOf(Appointment visit) {
        return Objects.requireNonNull(visit.state().companion());
    }

    private static Appointment accept(Appointment visit, Actor staff, TherapistId whose) {
        return visit.accept(staff, Set.of(whose), WEEK_BEFORE).orElseThrow().after();
    }

    private static Visit later(Visit visit) {
        Instant start = visit.start().plus(Duration.ofHours(2));
        return new Visit(
                visit.parts(),
                visit.practice(),
                visit.location(),
                visit.zone(),
                visit.localStart().plusHours(2),
                start,
                visit.end().plus(Duration.ofHours(2)),
                visit.timeRevision() + 1);
    }
}
