package org.bodywork.bookings.appointment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aRequest;
import static org.bodywork.bookings.opening.domain.AListing.SWEDISH;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bodywork.bookings.FreshKeys;
import org.bodywork.bookings.appointment.domain.AnAppointment;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.appointment.domain.Refusal.CannotBook;
import org.bodywork.bookings.appointment.domain.Refusal.CannotBook.Cause;
import org.bodywork.bookings.appointment.domain.Refusal.KeyUsedBefore;
import org.bodywork.bookings.appointment.domain.Refusal.StartHasPassed;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.domain.BusyTimes;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class BookAppointmentTest {

    private static final TherapistId JUNE = new TherapistId(UUID.randomUUID());
    private static final Fingerprint FINGERPRINT = new Fingerprint("key", "body");

    private final SettableClock clock = SettableClock.at(WEEK_BEFORE);
    private final BusinessClock business = new BusinessClock(clock);
    private final AppointmentsInMemory appointments = new AppointmentsInMemory();
    private Listing listing = aListing().of(JUNE).workingDaily("08:00", "20:00").please();

    @Test
    void takesTheTimeInOneWrite() {
        Booked booked = book();

        assertThat(booked.replayed()).isFalse();
        assertThat(booked.appointment().status()).isEqualTo(Status.REQUESTED);
        assertThat(appointments.adds()).isEqualTo(1);
        assertThat(appointments.changes()).isEmpty();
    }

    @Test
    void endsAnExpiredRequestInTheWayAndTakesItsTime() {
        Appointment expired = appointments.put(
                another(aRequest().waitingFor(Duration.ofHours(1))).please());
        clock.advance(Duration.ofHours(1));

        Booked booked = book();

        assertThat(booked.appointment().status()).isEqualTo(Status.REQUESTED);
        assertThat(appointments.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.after().id()).isEqualTo(expired.id()))
                .satisfies(change -> assertThat(change.after().status()).isEqualTo(Status.EXPIRED));
    }

    @Test
    void leavesARequestAloneThatStillHasTime() {
        appointments.put(another(aRequest().waitingFor(Duration.ofHours(1))).please());
        clock.advance(Duration.ofMinutes(59));

        refusedFor(Cause.SLOT_TAKEN);

        assertThat(appointments.changes()).isEmpty();
    }

    @Test
    void leavesExpiredClaimsAloneWhenSomethingElseStandsThere() {
        appointments.put(another(aRequest().waitingFor(Duration.ofHours(1))).please());
        appointments.put(another(aConfirmedAppointment().startingAt(MONDAY_AT_TEN.plusMinutes(30)))
                .please());
        clock.advance(Duration.ofHours(1));

        refusedFor(Cause.SLOT_TAKEN);

        assertThat(appointments.changes()).isEmpty();
    }

    @Test
    void takesAnotherRoomWhenTheFirstIsTakenMeanwhile() {
        listing = aListing()
                .of(JUNE)
                .workingDaily("08:00", "20:00")
                .needingARoom("Elm", "Oak")
                .please();
        TherapistId colleague = new TherapistId(UUID.randomUUID());
        String preferred = preferredRoom();
        appointments.beforeNextAdd(() -> appointments.put(aConfirmedAppointment()
                .of(colleague)
                .inRoom(preferred)
                .by("other@example.org", "other")
                .please()));

        Booked booked = book();

        assertThat(booked.appointment().state().visit().part().room())
                .satisfies(room -> assertThat(room == null ? "" : room.name())
                        .isNotEqualTo(preferred)
                        .isNotEmpty());
    }

    @Test
    void answersWithItsTwinThatWasFaster() {
        Appointment twin = another(aRequest()).please();
        appointments.beforeNextAdd(() -> appointments.add(twin, FINGERPRINT).block());

        Booked booked = book();

        assertThat(booked.replayed()).isTrue();
        assertThat(booked.appointment().id()).isEqualTo(twin.id());
    }

    @Test
    void looksForAnEarlierAnswerBeforeRefusing() {
        Booked first = book();
        clock.set(MONDAY_AT_TEN.plusDays(1).toInstant());

        Booked again = book();

        assertThat(again.replayed()).isTrue();
        assertThat(again.appointment().id()).isEqualTo(first.appointment().id());
    }

    @Test
    void refusesAKeyThatBelongsToAnotherBooking() {
        book();

        StepVerifier.create(booking(MONDAY_AT_TEN.plusHours(3).toInstant(), new Fingerprint("key", "other body")))
                .expectNextCount(0)
                .verifyError(KeyUsedBefore.class);
    }

    @Test
    void refusesAStartThatHasPassed() {
        clock.set(MONDAY_AT_TEN.toInstant());

        StepVerifier.create(booking(MONDAY_AT_TEN.toInstant(), FINGERPRINT)).verifyError(StartHasPassed.class);
    }

    @Test
    void refusesAStartThatIsNoOpening() {
        StepVerifier.create(booking(MONDAY_AT_TEN.plusMinutes(5).toInstant(), FINGERPRINT))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                CannotBook.class,
                                refusal -> assertThat(refusal.reason()).isEqualTo(Cause.NOT_AN_OPENING)));
    }

    @Test
    void saysTakenWhenAStartThatIsNoOpeningLiesInAVisit() {
        appointments.put(another(aConfirmedAppointment()).please());

        StepVerifier.create(booking(MONDAY_AT_TEN.plusMinutes(5).toInstant(), FINGERPRINT))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                CannotBook.class,
                                refusal -> assertThat(refusal.reason()).isEqualTo(Cause.SLOT_TAKEN)));
    }

    private void refusedFor(Cause cause) {
        StepVerifier.create(booking(MONDAY_AT_TEN.toInstant(), FINGERPRINT))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                CannotBook.class,
                                refusal -> assertThat(refusal.reason()).isEqualTo(cause)));
    }

    private Booked book() {
        return booking(MONDAY_AT_TEN.toInstant(), FINGERPRINT).blockOptional().orElseThrow();
    }

    private Mono<Booked> booking(Instant start, Fingerprint fingerprint) {
        FreshOpenings openings = new FreshOpenings(
                _ -> Mono.just(listing), (_, _, _) -> Mono.just(BusyTimes.none()), business, new SimpleMeterRegistry());
        BookAppointment use = new BookAppointment(
                _ -> Mono.just(listing),
                appointments,
                new WayClearing(appointments, business),
                openings,
                new Recognition(Mac.of("1", FreshKeys.key())),
                business);
        Client client = new Client("Grace Hopper", new EmailAddress("grace@example.org"), null, Language.EN, null);
        return use.book(new BookingRequest(JUNE, SWEDISH, start, client, true, false, null), fingerprint);
    }

    private String preferredRoom() {
        var rooms = listing.workplaces().getFirst().rooms();
        return rooms.get(Math.floorMod(JUNE.hashCode(), rooms.size())).name();
    }

    private static AnAppointment another(AnAppointment words) {
        return words.of(JUNE).by("client@example.org", UUID.randomUUID().toString());
    }
}
