package org.bodywork.bookings.appointment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aRequest;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.opening.domain.BookingRules;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.junit.jupiter.api.Test;

class HandedOverAppointmentTest {

    private static final Actor JUNE = Actor.staff("june");
    private static final Alternatives HELD = new Alternatives("case", WEEK_BEFORE.plus(Duration.ofDays(1)));
    private static final Instant START = MONDAY_AT_TEN.toInstant();
    private static final BookingRules BY_REQUEST = aListing().please().rules();
    private static final BookingRules INSTANT = instant();
    private static final TherapistId OTHER = TherapistId.of("99999999-2222-3333-4444-555555555555");

    private final Appointment confirmed = aConfirmedAppointment().please();

    @Test
    void staysAsItIsWhileTheClientMayChoose() {
        Appointment offered = offered();

        assertThat(offered.status()).isEqualTo(Status.CONFIRMED);
        assertThat(offered.occupied()).isEqualTo(confirmed.occupied());
        assertThat(offered.state().alternatives()).isEqualTo(HELD);
        assertThat(offered.state().sequence()).isEqualTo(confirmed.state().sequence() + 1);
        assertThat(new HandingOver(offered).offer(HELD, JUNE, WEEK_BEFORE)).isEmpty();
    }

    @Test
    void isGivenByWhoeverIsTakenToTheSamePerson() {
        Appointment taken = new HandingOver(offered())
                .take("case", there(MONDAY_AT_TEN.toInstant()), INSTANT, WEEK_BEFORE)
                .orElseThrow()
                .after();

        Visit visit = taken.state().visit();
        assertThat(taken.status()).isEqualTo(Status.CONFIRMED);
        assertThat(visit.part().therapist()).isEqualTo(OTHER);
        assertThat(visit.part().person()).isEqualTo("Ada Lovelace");
        assertThat(visit.timeRevision()).isEqualTo(2);
        assertThat(taken.state().alternatives()).isNull();
        assertThat(taken.occupied())
                .allMatch(key -> !key.contains(
                        confirmed.state().visit().part().therapist().toString()));
    }

    @Test
    void waitsForATherapistWhoHasToAgree() {
        Appointment taken = new HandingOver(offered())
                .take("case", there(START), BY_REQUEST, WEEK_BEFORE)
                .orElseThrow()
                .after();

        assertThat(taken.status()).isEqualTo(Status.REQUESTED);
        assertThat(taken.hasJustAsked()).isTrue();
        assertThat(taken.state().requestedUntil()).isNotNull();
    }

    @Test
    void isTakenOnceHoweverOftenItIsAskedFor() {
        Appointment taken = new HandingOver(offered())
                .take("case", there(START), INSTANT, WEEK_BEFORE)
                .orElseThrow()
                .after();

        assertThat(new HandingOver(taken).take("case", there(START), INSTANT, WEEK_BEFORE))
                .isEmpty();
        assertThatExceptionOfType(Refusal.StateForbids.class)
                .isThrownBy(() -> new HandingOver(taken)
                        .take("case", there(START.plus(Duration.ofHours(1))), INSTANT, WEEK_BEFORE));
    }

    @Test
    void isNobodyElsesToTake() {
        assertThatExceptionOfType(Refusal.StateForbids.class)
                .isThrownBy(() -> new HandingOver(offered()).take("other case", there(START), INSTANT, WEEK_BEFORE));
        assertThatExceptionOfType(Refusal.StateForbids.class)
                .isThrownBy(() -> new HandingOver(confirmed).take("case", there(START), INSTANT, WEEK_BEFORE));
    }

    @Test
    void isNeverCancelledLate() {
        Instant minutesBefore = START.minus(Duration.ofMinutes(5));

        Appointment cancelled = new HandingOver(offered())
                .cancel("case", minutesBefore)
                .orElseThrow()
                .after();

        assertThat(cancelled.status()).isEqualTo(Status.CANCELLED_BY_CLIENT);
        assertThat(cancelled.state().late()).isFalse();
        assertThat(cancelled.state().alternatives()).isNull();
        assertThat(new HandingOver(cancelled).cancel("case", minutesBefore)).isEmpty();
    }

    @Test
    void isOfferedForWhatIsConfirmedAndToCome() {
        assertThat(new HandingOver(confirmed).isPossible(WEEK_BEFORE)).isTrue();
        assertThat(new HandingOver(confirmed).isPossible(START)).isFalse();
        assertThat(new HandingOver(aRequest().please()).isPossible(WEEK_BEFORE)).isFalse();
        assertThatExceptionOfType(Refusal.StateForbids.class)
                .isThrownBy(() -> new HandingOver(aRequest().please()).offer(HELD, JUNE, WEEK_BEFORE));
    }

    @Test
    void keepsWhatIsHeldThroughWhatIsOnlyAboutIt() {
        Appointment noted =
                new Corrections(offered()).note(null, JUNE, WEEK_BEFORE).after();

        assertThat(noted.state().alternatives()).isEqualTo(HELD);
    }

    private Appointment offered() {
        return new HandingOver(confirmed)
                .offer(HELD, JUNE, WEEK_BEFORE)
                .orElseThrow()
                .after();
    }

    private Visit there(Instant start) {
        Visit visit = confirmed.state().visit();
        Part part = visit.part();
        return new Visit(
                List.of(new Part(OTHER, "Rosa Parks", part.treatment(), null, null)),
                visit.practice(),
                visit.location(),
                visit.zone(),
                visit.localStart(),
                start,
                start.plus(Duration.ofHours(1)),
                1);
    }

    private static BookingRules instant() {
        BookingRules rules = BY_REQUEST;
        return new BookingRules(
                true,
                rules.notice(),
                rules.horizonDays(),
                rules.grid(),
                rules.requestWait(),
                rules.cancellationCutoff(),
                rules.feeText(),
                rules.limits());
    }
}
