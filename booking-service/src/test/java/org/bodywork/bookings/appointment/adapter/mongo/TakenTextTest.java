package org.bodywork.bookings.appointment.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aRequest;
import static org.bodywork.bookings.opening.domain.AListing.STUDIO;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.opening.domain.TakenTime;
import org.junit.jupiter.api.Test;

class TakenTextTest {

    /** Cells since 1970 until the thirtieth of November 2026 at ten in Chicago. */
    private static final long TEN = MONDAY_AT_TEN.toEpochSecond() / 300;

    @Test
    void saysOfWhomAVisitTakesTimeAndHowLong() {
        Appointment visit = aConfirmedAppointment().inRoom("Oak").please();

        assertThat(TakenText.of(visit).lines())
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

        List<TakenTime> read = TakenText.read(TakenText.of(request));

        assertThat(read).isEqualTo(TakenTime.of(request.claims())).hasSize(2);
        Instant end = WEEK_BEFORE.plus(Duration.ofHours(2));
        assertThat(read).extracting(TakenTime::expiresAt).containsOnly(end);
    }

    @Test
    void isEmptyOnceTimeIsGivenBack() {
        Hold ended = aRequest().held().release(WEEK_BEFORE).orElseThrow().after();

        assertThat(TakenText.of(ended)).isEmpty();
        assertThat(TakenText.read("")).isEmpty();
    }
}
