package org.bodywork.bookings.appointment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aRequest;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.bodywork.bookings.appointment.domain.AuditEntry.Action;
import org.bodywork.bookings.client.domain.SealedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectedAppointmentTest {

    private static final Actor JUNE = Actor.staff("june");
    private static final ClientMarks OTHER = new ClientMarks("other-ref-other-ref", "other-key", "1");
    private static final SealedTexts TEXTS = new SealedTexts(null, new SealedText("client-1.bm90ZQ=="), null);
    private static final Duration A_DAY = Duration.ofHours(24);

    @Test
    void takesThePersonsTimeAlong() {
        Appointment confirmed = aConfirmedAppointment().please();

        Appointment corrected = correct(confirmed, "Grace Hopper", "+13145550123");

        assertThat(corrected.status()).isEqualTo(Status.CONFIRMED);
        assertThat(corrected.state().visit().part().person()).isEqualTo("Grace Hopper");
        assertThat(corrected.state().visit().timeRevision()).isEqualTo(1);
        assertThat(corrected.state().staffNote()).isEqualTo(TEXTS.staffNote());
        assertThat(corrected.occupied())
                .hasSameSizeAs(confirmed.occupied())
                .anyMatch(key -> key.startsWith("client:other-key"))
                .noneMatch(key -> key.startsWith("client:key-of-ada"));
    }

    @Test
    void leavesNothingOfTheContactItWasBookedUnder() {
        Appointment request = aRequest().please();
        Appointment counted = Appointment.of(
                request.state().numbered(Set.of("contact:ref-of-ada|2026-11-23#1", "day:june|2026-11-30#1")));

        Appointment corrected = correct(counted, "Grace Hopper", "+13145550123");

        assertThat(corrected.occupied()).contains("day:june|2026-11-30#1").noneMatch(key -> key.startsWith("contact:"));
    }

    @Test
    void keepsWaitingForWhatItWaitedFor() {
        Appointment request = aRequest().please();

        Appointment corrected = correct(request, "Grace Hopper", "+13145550123");

        assertThat(corrected.state().requestedUntil()).isEqualTo(request.state().requestedUntil());
        assertThat(corrected.state().remindAt()).isEqualTo(request.state().remindAt());
    }

    @Test
    void letsTheClientChooseHowToBeTold() {
        Appointment confirmed = aConfirmedAppointment().please();
        Consent byEmail = new Consent(true, false, WEEK_BEFORE, "2026-2");

        Appointment chosen = new Corrections(confirmed)
                .chooseMessages(byEmail, WEEK_BEFORE)
                .orElseThrow()
                .after();

        assertThat(chosen.state().consent()).isEqualTo(byEmail);
        assertThat(chosen.state().sequence()).isEqualTo(confirmed.state().sequence() + 1);
        assertThat(chosen.state().lastEntry().by()).isEqualTo(Actor.CLIENT);
        assertThat(new Corrections(chosen).chooseMessages(new Consent(true, false, WEEK_BEFORE, "3"), WEEK_BEFORE))
                .as("chosen already")
                .isEmpty();
    }

    @Test
    void takesNoEndOfChoices() {
        Appointment visit = aConfirmedAppointment().please();
        for (int turn = 0; turn < Corrections.MOST_CHOICES; turn++) {
            Consent other = new Consent(!visit.state().consent().email(), false, WEEK_BEFORE, "2026-1");
            visit = new Corrections(visit)
                    .chooseMessages(other, WEEK_BEFORE)
                    .orElseThrow()
                    .after();
        }
        Corrections enough = new Corrections(visit);
        Consent other = new Consent(!visit.state().consent().email(), false, WEEK_BEFORE, "2026-1");

        assertThatThrownBy(() -> enough.chooseMessages(other, WEEK_BEFORE)).isInstanceOf(Refusal.TooMany.class);
    }

    @Test
    void saysNothingOfTheClientInTheAudit() {
        AuditEntry entry = correct(aRequest().please(), "Grace Hopper", "+13145550123")
                .state()
                .lastEntry();

        assertThat(entry.action()).isEqualTo(Action.CORRECTED);
        assertThat(entry.reason()).isNull();
    }

    @Test
    void isNotForVisitsThatAreOver() {
        Appointment cancelled = aConfirmedAppointment()
                .please()
                .cancelByClient(WEEK_BEFORE)
                .orElseThrow()
                .after();

        assertThatThrownBy(() -> correct(cancelled, "Grace Hopper", "+13145550123"))
                .isInstanceOf(Refusal.StateForbids.class);
    }

    @Test
    void leavesANumberForTheTextMessagesAgreedTo() {
        assertThatThrownBy(() -> correct(aRequest().please(), "Grace Hopper", null))
                .isInstanceOf(Refusal.PhoneNeeded.class);
    }

    @Test
    void isNoStepThatAnAnswerRepeatedWouldMiss() {
        Appointment accepted =
                aRequest().please().accept(JUNE, WEEK_BEFORE).orElseThrow().after();

        Appointment noted = new Corrections(accepted)
                .note(TEXTS.staffNote(), JUNE, WEEK_BEFORE)
                .after();

        assertThat(noted.accept(JUNE, WEEK_BEFORE)).isEmpty();
        assertThat(noted.state().version()).isEqualTo(accepted.state().version() + 1);
        assertThat(noted.state().sequence()).isEqualTo(accepted.state().sequence());
    }

    @Test
    void endsSomewhereSoThatTheAuditDoes() {
        Appointment noted = aRequest().please();
        for (int turn = 0; turn < Corrections.MOST_OF_EACH; turn++) {
            noted = new Corrections(noted).note(null, JUNE, WEEK_BEFORE).after();
        }
        Corrections full = new Corrections(noted);

        assertThatThrownBy(() -> full.note(null, JUNE, WEEK_BEFORE)).isInstanceOf(Refusal.TooMany.class);
    }

    @Test
    void remindsTheTherapistOnceAtHalfTime() {
        Appointment request = aRequest().waitingFor(A_DAY).please();
        Instant half = WEEK_BEFORE.plus(Duration.ofHours(12));

        assertThat(request.remind(half.minusMillis(1))).isEmpty();
        Appointment reminded = request.remind(half).orElseThrow().after();

        assertThat(reminded.status()).isEqualTo(Status.REQUESTED);
        assertThat(reminded.state().lastEntry().action()).isEqualTo(Action.REMINDED);
        assertThat(reminded.state().requestedUntil()).isEqualTo(request.state().requestedUntil());
        assertThat(reminded.occupied()).isEqualTo(request.occupied());
        assertThat(reminded.remind(half)).isEmpty();
        assertThat(request.remind(WEEK_BEFORE.plus(A_DAY))).isEmpty();
    }

    @Test
    void remindsNobodyOfWhatIsAnswered() {
        Appointment accepted =
                aRequest().please().accept(JUNE, WEEK_BEFORE).orElseThrow().after();

        assertThat(accepted.state().remindAt()).isNull();
        assertThat(aConfirmedAppointment().please().state().remindAt()).isNull();
    }

    private static Appointment correct(Appointment appointment, String name, @Nullable String phone) {
        Client right = new Client(name, new EmailAddress("grace@example.org"), phone, Language.EN, null);
        return new Corrections(appointment)
                .correct(right, OTHER, TEXTS, JUNE, WEEK_BEFORE)
                .orElseThrow()
                .after();
    }
}
