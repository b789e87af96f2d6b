package org.bodywork.bookings.appointment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aRequest;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.UUID;
import org.bodywork.bookings.appointment.domain.AuditEntry.Action;
import org.bodywork.bookings.appointment.domain.Refusal.StateForbids;
import org.bodywork.bookings.opening.domain.BookingRules;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.Waiver;
import org.junit.jupiter.api.Test;

class MovedAppointmentTest {

    private static final Actor JUNE = Actor.staff("june");
    private static final TherapistId ID = new TherapistId(UUID.randomUUID());
    private static final Instant NEXT_MINUTE = WEEK_BEFORE.plusSeconds(60);
    private static final Instant INSIDE_CUTOFF = MONDAY_AT_TEN.minusHours(23).toInstant();
    private static final ZonedDateTime AT_TWO = MONDAY_AT_TEN.plusHours(4);
    private static final Duration A_DAY = Duration.ofHours(24);
    private static final BookingRules INSTANT =
            aListing().bookedInstantly().please().rules();
    private static final BookingRules BY_REQUEST = aListing().please().rules();

    private final Appointment request = aRequest().of(ID).please();
    private final Appointment confirmed = aConfirmedAppointment().of(ID).please();

    @Test
    void movesAtOnceWhereTheTherapistBooksInstantly() {
        Appointment moved = byClient(confirmed, AT_TWO, INSTANT, NEXT_MINUTE);

        assertThat(moved.status()).isEqualTo(Status.CONFIRMED);
        assertThat(moved.state().visit().start()).isEqualTo(AT_TWO.toInstant());
        assertThat(moved.state().visit().timeRevision()).isEqualTo(2);
        assertThat(moved.state().wanted()).isNull();
        assertThat(moved.state().lastEntry().action()).isEqualTo(Action.MOVED);
        assertThat(moved.state().lastEntry().start()).isEqualTo(AT_TWO.toInstant());
        assertThat(moved.occupied()).doesNotContainAnyElementsOf(confirmed.occupied());
    }

    @Test
    void movesByHalfAnHourThoughItsOwnTimeOverlaps() {
        Appointment moved = byClient(confirmed, MONDAY_AT_TEN.plusMinutes(30), INSTANT, NEXT_MINUTE);

        assertThat(moved.occupied()).hasSameSizeAs(confirmed.occupied());
    }

    @Test
    void asksTheTherapistInsideTheCutoff() {
        Appointment asking = byClient(confirmed, AT_TWO, INSTANT, INSIDE_CUTOFF);

        assertThat(asking.state().visit()).isEqualTo(confirmed.state().visit());
        assertThat(asking.state().wanted())
                .satisfies(wanted -> assertThat(startOf(wanted)).isEqualTo(AT_TWO.toInstant()));
        assertThat(asking.occupied())
                .containsAll(confirmed.occupied())
                .hasSizeGreaterThan(confirmed.occupied().size());
    }

    @Test
    void asksTheTherapistWhoAnswersRequests() {
        Appointment asking = byClient(confirmed, AT_TWO, BY_REQUEST, NEXT_MINUTE);

        assertThat(asking.status()).isEqualTo(Status.CONFIRMED);
        assertThat(asking.state().lastEntry().action()).isEqualTo(Action.MOVE_ASKED);
    }

    @Test
    void movesOnceTheTherapistAccepts() {
        Appointment asking = byClient(confirmed, AT_TWO, BY_REQUEST, NEXT_MINUTE);

        Appointment moved = asking.accept(JUNE, NEXT_MINUTE).orElseThrow().after();

        assertThat(moved.state().visit().start()).isEqualTo(AT_TWO.toInstant());
        assertThat(moved.occupied()).doesNotContainAnyElementsOf(confirmed.occupied());
        assertThat(moved.accept(JUNE, NEXT_MINUTE)).isEmpty();
    }

    @Test
    void staysWhenTheTherapistDeclines() {
        Appointment asking = byClient(confirmed, AT_TWO, BY_REQUEST, NEXT_MINUTE);

        Appointment stays =
                asking.decline(JUNE, "busy", NEXT_MINUTE).orElseThrow().after();

        assertThat(stays.status()).isEqualTo(Status.CONFIRMED);
        assertThat(stays.state().visit()).isEqualTo(confirmed.state().visit());
        assertThat(stays.occupied()).isEqualTo(confirmed.occupied());
        assertThat(stays.decline(JUNE, "busy", NEXT_MINUTE)).isEmpty();
    }

    @Test
    void staysWhenTheTherapistIsSilent() {
        Appointment asking = byClient(confirmed, AT_TWO, BY_REQUEST, NEXT_MINUTE);
        Instant over = NEXT_MINUTE.plus(BY_REQUEST.requestWait());

        assertThat(asking.expire(over.minusSeconds(1))).isEmpty();
        Appointment stays = asking.expire(over).orElseThrow().after();

        assertThat(stays.status()).isEqualTo(Status.CONFIRMED);
        assertThat(stays.occupied()).isEqualTo(confirmed.occupied());
        assertThat(stays.state().lastEntry().by()).isEqualTo(Actor.SYSTEM);
        assertThatThrownBy(() -> asking.accept(JUNE, over)).isInstanceOf(StateForbids.class);
    }

    @Test
    void asksNothingTwice() {
        Appointment asking = byClient(confirmed, AT_TWO, BY_REQUEST, NEXT_MINUTE);

        assertThat(new Moves(asking).rescheduleByClient(there(asking, AT_TWO), BY_REQUEST, NEXT_MINUTE))
                .isEmpty();
        assertThat(new Moves(confirmed).rescheduleByClient(there(confirmed, MONDAY_AT_TEN), BY_REQUEST, NEXT_MINUTE))
                .isEmpty();
    }

    @Test
    void letsARequestAskForAnotherTime() {
        Appointment other = byClient(request, AT_TWO, BY_REQUEST, NEXT_MINUTE);

        assertThat(other.status()).isEqualTo(Status.REQUESTED);
        assertThat(other.state().visit().start()).isEqualTo(AT_TWO.toInstant());
        assertThat(other.state().requestedUntil()).isEqualTo(NEXT_MINUTE.plus(BY_REQUEST.requestWait()));
    }

    @Test
    void keepsOnlyTheProposedTimeOfARequest() {
        Appointment proposed = propose(request, AT_TWO);

        assertThat(proposed.status()).isEqualTo(Status.PROPOSED);
        assertThat(proposed.state().visit().start()).isEqualTo(AT_TWO.toInstant());
        assertThat(proposed.state().requestedUntil()).isEqualTo(NEXT_MINUTE.plus(A_DAY));
        assertThat(proposed.occupied()).doesNotContainAnyElementsOf(request.occupied());
    }

    @Test
    void isConfirmedWhenTheClientAcceptsTheProposal() {
        Appointment accepted = new Moves(propose(request, AT_TWO))
                .acceptProposal(NEXT_MINUTE)
                .orElseThrow()
                .after();

        assertThat(accepted.status()).isEqualTo(Status.CONFIRMED);
        assertThat(accepted.state().requestedUntil()).isNull();
        assertThat(new Moves(accepted).acceptProposal(NEXT_MINUTE)).isEmpty();
    }

    @Test
    void endsWhenTheClientDeclinesTheProposalOrIsSilent() {
        Appointment proposed = propose(request, AT_TWO);

        Appointment declined =
                new Moves(proposed).declineProposal(NEXT_MINUTE).orElseThrow().after();
        Appointment expired =
                proposed.expire(NEXT_MINUTE.plus(A_DAY)).orElseThrow().after();

        assertThat(declined.status()).isEqualTo(Status.DECLINED);
        assertThat(declined.occupied()).isEmpty();
        assertThat(expired.status()).isEqualTo(Status.EXPIRED);
        assertThatThrownBy(() -> new Moves(proposed).acceptProposal(NEXT_MINUTE.plus(A_DAY)))
                .isInstanceOf(StateForbids.class);
    }

    @Test
    void mayStillBeCancelledByTheClientWhileProposed() {
        Appointment cancelled = propose(request, AT_TWO)
                .cancelByClient(NEXT_MINUTE)
                .orElseThrow()
                .after();

        assertThat(cancelled.status()).isEqualTo(Status.CANCELLED_BY_CLIENT);
        assertThat(cancelled.occupied()).isEmpty();
    }

    @Test
    void staysConfirmedWhileTheTherapistProposesAnotherTime() {
        Appointment proposed = propose(confirmed, AT_TWO);

        assertThat(proposed.status()).isEqualTo(Status.CONFIRMED);
        assertThat(new Moves(proposed).isProposedToClient(NEXT_MINUTE)).isTrue();
        assertThat(new Moves(proposed)
                        .acceptProposal(NEXT_MINUTE)
                        .orElseThrow()
                        .after()
                        .state()
                        .visit()
                        .start())
                .isEqualTo(AT_TWO.toInstant());
        assertThat(new Moves(proposed)
                        .declineProposal(NEXT_MINUTE)
                        .orElseThrow()
                        .after()
                        .occupied())
                .isEqualTo(confirmed.occupied());
        assertThatThrownBy(() -> proposed.accept(JUNE, NEXT_MINUTE)).isInstanceOf(StateForbids.class);
    }

    @Test
    void givesUpTheWantedTimeWhenItIsCancelled() {
        Appointment asking = byClient(confirmed, AT_TWO, BY_REQUEST, NEXT_MINUTE);

        Appointment cancelled = asking.cancelByClient(NEXT_MINUTE).orElseThrow().after();

        assertThat(cancelled.state().wanted()).isNull();
        assertThat(cancelled.occupied()).isEmpty();
    }

    @Test
    void staysWhereItIsOnceItHasBegun() {
        Instant start = MONDAY_AT_TEN.toInstant();

        assertThatThrownBy(() -> new Moves(confirmed).rescheduleByClient(there(confirmed, AT_TWO), INSTANT, start))
                .isInstanceOf(StateForbids.class);
        assertThatThrownBy(() -> new Moves(confirmed).propose(there(confirmed, AT_TWO), JUNE, A_DAY, start))
                .isInstanceOf(StateForbids.class);
    }

    @Test
    void isMovedByStaffWithTheirReason() {
        Appointment moved = new Moves(confirmed)
                .rescheduleByStaff(
                        there(confirmed, AT_TWO), new Origin(JUNE, "Client called.", Set.of(Waiver.HOURS)), NEXT_MINUTE)
                .orElseThrow()
                .after();

        assertThat(moved.state().visit().start()).isEqualTo(AT_TWO.toInstant());
        assertThat(moved.state().lastEntry().reason()).isEqualTo("Client called.");
        assertThat(moved.state().lastEntry().waived()).containsExactly(Waiver.HOURS);
        assertThatThrownBy(() -> new Moves(request)
                        .rescheduleByStaff(there(request, AT_TWO), new Origin(JUNE, "x", Set.of()), NEXT_MINUTE))
                .isInstanceOf(StateForbids.class);
    }

    private static Appointment byClient(Appointment appointment, ZonedDateTime start, BookingRules rules, Instant now) {
        return new Moves(appointment)
                .rescheduleByClient(there(appointment, start), rules, now)
                .orElseThrow()
                .after();
    }

    private static Appointment propose(Appointment appointment, ZonedDateTime start) {
        return new Moves(appointment)
                .propose(there(appointment, start), JUNE, A_DAY, NEXT_MINUTE)
                .orElseThrow()
                .after();
    }

    private static Visit there(Appointment appointment, ZonedDateTime start) {
        Listing listing = aListing().of(ID).workingDaily("08:00", "20:00").please();
        Slot slot = new Slot(
                listing, listing.treatments().getFirst(), listing.workplaces().getFirst(), start);
        return appointment.state().visit().movedTo(slot, null);
    }

    private static Instant startOf(Wanted wanted) {
        return wanted.visit().start();
    }
}
