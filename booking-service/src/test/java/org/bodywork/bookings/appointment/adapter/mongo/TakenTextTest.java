package org.bodywork.bookings.appointment.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aRequest;
import static org.bodywork.bookings.opening.domain.AListing.PRACTICE;
import static org.bodywork.bookings.opening.domain.AListing.STUDIO;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Moves;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TakenTime;
import org.junit.jupiter.api.Test;

class TakenTextTest {

    /** Cells since 1970 until the thirtieth of November 2026 at ten in Chicago. */
    private static final long TEN = MONDAY_AT_TEN.toEpochSecond() / 300;

    @Test
    void saysOfWhomAVisitTakesTimeAndHowLong() {
        Appointment visit = aConfirmedAppointment().inRoom("Oak").please();

        assertThat(TakenText.of(visit).what().lines())
                .containsExactly(
                        TEN + "+15 room:" + STUDIO + "/Oak",
                        TEN + "+15 therapist:" + visit.state().visit().part().therapist());
    }

    @Test
    void isReadAsItWasWrittenWhateverTheRoomIsCalled() {
        Appointment request = aRequest()
                .waitingFor(Duration.ofHours(2))
                .inRoom("Oak 1+2! | back")
                .please();

        List<TakenTime> read = TakenText.read(TakenText.of(request).what());

        assertThat(read).isEqualTo(TakenTime.of(request.claims())).hasSize(2);
        Instant end = WEEK_BEFORE.plus(Duration.ofHours(2));
        assertThat(read).extracting(TakenTime::expiresAt).containsOnly(end);
    }

    @Test
    void isEmptyOnceTimeIsGivenBack() {
        Hold ended = aRequest().held().release(WEEK_BEFORE).orElseThrow().after();

        assertThat(TakenText.of(ended)).isEqualTo(new TakenText("", ""));
        assertThat(TakenText.read("")).isEmpty();
    }

    @Test
    void isFoundByPracticeAndDayOrAmongThoseThatMayMove() {
        Appointment visit = aConfirmedAppointment().please();
        Visit there = visit.state().visit();
        Visit later = moved(there, there.practice());
        Visit elsewhere = moved(there, new PracticeId(UUID.randomUUID()));

        assertThat(TakenText.of(visit).where()).isEqualTo(PRACTICE + "|" + TEN / 288);
        assertThat(TakenText.of(movingTo(visit, later)).where()).isEqualTo(PRACTICE + "|moving");
        assertThat(TakenText.of(movingTo(visit, elsewhere)).where()).isEqualTo("moving");
    }

    private static Visit moved(Visit visit, PracticeId practice) {
        return new Visit(
                visit.parts(),
                practice,
                visit.location(),
                visit.zone(),
                visit.localStart().plusDays(1),
                visit.start().plus(Duration.ofDays(1)),
                visit.end().plus(Duration.ofDays(1)),
                visit.timeRevision() + 1);
    }

    private static Appointment movingTo(Appointment visit, Visit there) {
        return new Moves(visit)
                .propose(there, Actor.staff("june"), Duration.ofHours(1), WEEK_BEFORE)
                .orElseThrow()
                .after();
    }
}
