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
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bodywork.bookings.FreshKeys;
import org.bodywork.bookings.appointment.application.BookingLimits.Visitor;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.AnAppointment;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.HeldFor;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.appointment.domain.Refusal.CannotBook;
import org.bodywork.bookings.appointment.domain.Refusal.CannotBook.Cause;
import org.bodywork.bookings.appointment.domain.Refusal.HoldMismatch;
import org.bodywork.bookings.appointment.domain.Refusal.KeyUsedBefore;
import org.bodywork.bookings.appointment.domain.Refusal.NewOnly;
import org.bodywork.bookings.appointment.domain.Refusal.NoSuchHold;
import org.bodywork.bookings.appointment.domain.Refusal.ReturningOnly;
import org.bodywork.bookings.appointment.domain.Refusal.StartHasPassed;
import org.bodywork.bookings.appointment.domain.Refusal.TooMany;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.WorkDay;
import org.bodywork.bookings.client.application.ClientRecordsInMemory;
import org.bodywork.bookings.client.domain.ClientHistory;
import org.bodywork.bookings.client.domain.ClientHistory.Visits;
import org.bodywork.bookings.client.domain.KnownIntake;
import org.bodywork.bookings.client.domain.SealedText;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.domain.AListing;
import org.bodywork.bookings.opening.domain.Asking;
import org.bodywork.bookings.opening.domain.BusyTimes;
import org.bodywork.bookings.opening.domain.DayLimits;
import org.bodywork.bookings.opening.domain.ForClients;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class BookAppointmentTest {

    private static final TherapistId JUNE = new TherapistId(UUID.randomUUID());
    private static final BookingLimits LIMITS = new BookingLimits(3, 20, 2, 4);
    private static final Fingerprint FINGERPRINT = new Fingerprint("key", "body");
    private static final HeldFor SERIES = new HeldFor(HeldFor.Kind.SERIES, "one");

    private final SettableClock clock = SettableClock.at(WEEK_BEFORE);
    private final BusinessClock business = new BusinessClock(clock);
    private final AppointmentsInMemory appointments = new AppointmentsInMemory();
    private final ClientRecordsInMemory clients = new ClientRecordsInMemory();
    private final Recognition recognition = new Recognition(Mac.of("1", FreshKeys.key()));
    private String email = "grace@example.org";
    private @Nullable String note;
    private @Nullable GivenIntake intake;
    private ClientHistory history = ClientHistory.NONE;
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
    void sealsWhatTheClientWritesWithTheClientsOwnKey() {
        note = "Please ring twice.";

        Appointment booked = book().appointment();

        assertThat(String.valueOf(booked.state().note())).startsWith("SealedText[client-");
        assertThat(new PrivateTexts(clients).open(booked).block())
                .satisfies(opened -> assertThat(opened.note()).isEqualTo(note));
    }

    @Test
    void asksTheTherapistFirstWhereAnAnswerRaisesARedFlag() {
        listing = aListing()
                .of(JUNE)
                .workingDaily("08:00", "20:00")
                .bookedInstantly()
                .please();
        intake = new GivenIntake("2026-1", "{}", true, false);

        Appointment booked = book().appointment();

        assertThat(booked.status()).isEqualTo(Status.REQUESTED);
        assertThat(booked.state().reviewNeeded()).isTrue();
        assertThat(booked.state().intakeNeeded()).isFalse();
        assertThat(booked.state().requestedUntil()).isNotNull();
        assertThat(booked.state().numbers()).anyMatch(number -> number.startsWith("contact:") && !number.contains("|"));
    }

    @Test
    void confirmsAtOnceWhereNoAnswerRaisesARedFlag() {
        listing = aListing()
                .of(JUNE)
                .workingDaily("08:00", "20:00")
                .bookedInstantly()
                .please();
        intake = new GivenIntake("2026-1", "{}", false, false);

        Appointment booked = book().appointment();

        assertThat(booked.status()).isEqualTo(Status.CONFIRMED);
        assertThat(booked.state().reviewNeeded()).isFalse();
        assertThat(booked.state().intakeNeeded()).isFalse();
    }

    @Test
    void keepsATreatmentForReturningClientsFromWhoeverHasNotProvenToBeOne() {
        listing = aListing()
                .of(JUNE)
                .workingDaily("08:00", "20:00")
                .forClients(ForClients.RETURNING)
                .please();

        StepVerifier.create(booking(MONDAY_AT_TEN.toInstant(), FINGERPRINT)).verifyError(ReturningOnly.class);
        history = new ClientHistory(
                List.of(new Visits(AListing.PRACTICE, new TherapistId(UUID.randomUUID()), WEEK_BEFORE, WEEK_BEFORE, 1)),
                List.of());
        StepVerifier.create(booking(MONDAY_AT_TEN.toInstant(), FINGERPRINT)).verifyError(ReturningOnly.class);
    }

    @Test
    void opensATreatmentForReturningClientsToWhoeverHasBeenToTheTherapist() {
        listing = aListing()
                .of(JUNE)
                .workingDaily("08:00", "20:00")
                .forClients(ForClients.RETURNING)
                .please();
        history =
                new ClientHistory(List.of(new Visits(AListing.PRACTICE, JUNE, WEEK_BEFORE, WEEK_BEFORE, 1)), List.of());

        assertThat(book().appointment().status()).isEqualTo(Status.REQUESTED);
    }

    @Test
    void keepsATreatmentForNewClientsFromWhoeverIsProvenToHaveBeenThere() {
        listing = aListing()
                .of(JUNE)
                .workingDaily("08:00", "20:00")
                .forClients(ForClients.NEW)
                .please();
        assertThat(book("10", "new").appointment().status()).isEqualTo(Status.REQUESTED);

        history =
                new ClientHistory(List.of(new Visits(AListing.PRACTICE, JUNE, WEEK_BEFORE, WEEK_BEFORE, 1)), List.of());
        StepVerifier.create(booking(at("12"), new Fingerprint("returning", "body")))
                .verifyError(NewOnly.class);
    }

    @Test
    void asksAProvenPersonAgainOnlyAfterSixMonths() {
        history = answeredBy("Grace Hopper", MONDAY_AT_TEN.minusMonths(6).plusMinutes(5));
        assertThat(book("10", "fresh").appointment().state().intakeNeeded()).isFalse();

        history = answeredBy("Grace Hopper", MONDAY_AT_TEN.minusMonths(6));
        assertThat(book("12", "old").appointment().state().intakeNeeded()).isTrue();
    }

    @Test
    void asksAnotherPersonOfTheHousehold() {
        history = answeredBy("Her Son", MONDAY_AT_TEN.minusMonths(1));

        assertThat(book().appointment().state().intakeNeeded()).isTrue();
    }

    private ClientHistory answeredBy(String name, ZonedDateTime at) {
        String person = recognition.marksOf(new EmailAddress(email), name).key();
        return new ClientHistory(
                List.of(),
                List.of(new KnownIntake(
                        listing.practice(),
                        person,
                        "visit-1",
                        "2026-1",
                        at.toInstant(),
                        new SealedText("client-1.YQ=="))));
    }

    @Test
    void makesNoKeyForAClientWhoWritesNothing() {
        book();

        assertThat(clients.keys()).isZero();
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
    void takesARoomThatFitsTheTreatment() {
        listing = aListing()
                .of(JUNE)
                .workingDaily("08:00", "20:00")
                .needingARoom("Elm", "Oak", "Pine")
                .fittingInto("Pine")
                .please();

        Booked booked = book();

        assertThat(booked.appointment().state().visit().part().room())
                .satisfies(room -> assertThat(room == null ? "" : room.name()).isEqualTo("Pine"));
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

    @Test
    void turnsAHoldIntoTheVisitItWasMadeFor() {
        Hold hold = hold(MONDAY_AT_TEN);

        Booked booked = booking(MONDAY_AT_TEN.toInstant(), hold.id(), FINGERPRINT)
                .blockOptional()
                .orElseThrow();

        assertThat(booked.appointment().id()).isEqualTo(hold.id());
        assertThat(booked.appointment().occupied()).noneMatch(key -> key.startsWith("browser:"));
        assertThat(appointments.adds()).isZero();
        assertThat(appointments.holds().byId(hold.id()).blockOptional()).isEmpty();
    }

    @Test
    void keepsHeldTimeFromEverybodyElse() {
        hold(MONDAY_AT_TEN);

        refusedFor(Cause.SLOT_TAKEN);
    }

    @Test
    void booksWhatIsHeldThoughTheNoticeHasRunOutMeanwhile() {
        clock.set(MONDAY_AT_TEN.minusHours(2).toInstant());
        Hold hold = hold(MONDAY_AT_TEN);
        clock.advance(Duration.ofMinutes(9));

        Mono<Booked> booking = booking(MONDAY_AT_TEN.toInstant(), hold.id(), FINGERPRINT);

        StepVerifier.create(booking).expectNextCount(1).verifyComplete();
    }

    @Test
    void triesAfreshOnceTheHoldIsOver() {
        Hold hold = hold(MONDAY_AT_TEN);
        clock.advance(Hold.LASTS);

        Booked booked = booking(MONDAY_AT_TEN.toInstant(), hold.id(), FINGERPRINT)
                .blockOptional()
                .orElseThrow();

        assertThat(booked.appointment().id()).isNotEqualTo(hold.id());
    }

    @Test
    void losesTimeThatSomebodyTookAfterTheHoldWasOver() {
        Hold hold = hold(MONDAY_AT_TEN);
        clock.advance(Hold.LASTS);
        Hold next = hold(MONDAY_AT_TEN);

        StepVerifier.create(booking(MONDAY_AT_TEN.toInstant(), hold.id(), FINGERPRINT))
                .verifyError(CannotBook.class);
        assertThat(appointments.holds().byId(next.id()).block()).isEqualTo(next);
    }

    @Test
    void refusesAHoldOfAnotherStart() {
        Hold hold = hold(MONDAY_AT_TEN);

        StepVerifier.create(booking(MONDAY_AT_TEN.plusHours(2).toInstant(), hold.id(), FINGERPRINT))
                .verifyError(HoldMismatch.class);
    }

    @Test
    void refusesAHoldNobodyHas() {
        AppointmentId unknown = new AppointmentId(UUID.randomUUID());

        StepVerifier.create(booking(MONDAY_AT_TEN.toInstant(), unknown, FINGERPRINT))
                .verifyError(NoSuchHold.class);
    }

    @Test
    void answersARepeatedBookingOnAHoldAsBefore() {
        Hold hold = hold(MONDAY_AT_TEN);
        booking(MONDAY_AT_TEN.toInstant(), hold.id(), FINGERPRINT).block();

        Booked again = booking(MONDAY_AT_TEN.toInstant(), hold.id(), FINGERPRINT)
                .blockOptional()
                .orElseThrow();

        assertThat(again.replayed()).isTrue();
        assertThat(again.appointment().id()).isEqualTo(hold.id());
    }

    @Test
    void leavesAHoldAloneWhenTheClientIsElsewhereThen() {
        TherapistId may = new TherapistId(UUID.randomUUID());
        ClientMarks grace = recognition.marksOf(new EmailAddress(email), "Grace Hopper");
        appointments.put(aConfirmedAppointment().of(may).by(email, grace.key()).please());
        Hold hold = hold(MONDAY_AT_TEN);

        StepVerifier.create(booking(MONDAY_AT_TEN.toInstant(), hold.id(), FINGERPRINT))
                .verifyError(CannotBook.class);
        assertThat(appointments.holds().byId(hold.id()).block()).isEqualTo(hold);
    }

    @Test
    void letsOneBrowserHoldSoMuchAndTakesBackWhatIsOver() {
        hold(MONDAY_AT_TEN);
        hold(MONDAY_AT_TEN.plusHours(2));
        hold(MONDAY_AT_TEN.plusHours(4));
        Instant another = MONDAY_AT_TEN.plusHours(6).toInstant();

        StepVerifier.create(holding().hold(JUNE, SWEDISH, another, Asking.ANYBODY, new Visitor("browser", "address")))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                TooMany.class,
                                many -> assertThat(many.lasting()).isEqualTo(Hold.LASTS)));

        clock.advance(Hold.LASTS);
        assertThat(hold(MONDAY_AT_TEN.plusHours(6)).open()).isTrue();
    }

    @Test
    void letsOneContactWaitForSoManyAnswers() {
        book("10", "one");
        Appointment second = book("12", "two").appointment();

        StepVerifier.create(booking(at("14"), new Fingerprint("three", "body"))).verifyError(TooMany.class);

        appointments
                .apply(second.accept(Actor.staff("june"), business.now()).orElseThrow())
                .block();
        assertThat(book("14", "three").replayed()).isFalse();
    }

    @Test
    void countsABookingAgainstTheDayEvenWhenItIsCancelled() {
        listing = aListing()
                .of(JUNE)
                .workingDaily("08:00", "20:00")
                .bookedInstantly()
                .please();
        for (String turn : List.of("one", "two", "three", "four")) {
            Appointment booked = book("10", turn).appointment();
            appointments
                    .apply(booked.cancelByClient(business.now()).orElseThrow())
                    .block();
        }

        StepVerifier.create(booking(at("10"), new Fingerprint("five", "body"))).verifyError(TooMany.class);

        clock.advance(Duration.ofDays(1));
        assertThat(book("10", "six").replayed()).isFalse();
    }

    @Test
    void refusesAVisitMoreThanTheDayHasRoomFor() {
        limitTo(new DayLimits(2, null, null));
        book("8", "one");
        book("10", "two");
        email = "other@example.org";

        StepVerifier.create(booking(at("14"), new Fingerprint("three", "body")))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                CannotBook.class,
                                refusal -> assertThat(refusal.reason()).isEqualTo(Cause.NOT_AN_OPENING)));
        StepVerifier.create(holding().hold(JUNE, SWEDISH, at("14"), Asking.ANYBODY, new Visitor("browser", "address")))
                .verifyError(CannotBook.class);
    }

    @Test
    void looksAtNoDayThatHasNoLimits() {
        Appointment booked = book().appointment();

        assertThat(appointments.daysLookedAt()).isZero();
        assertThat(booked.occupied()).noneMatch(key -> key.startsWith("day:"));
    }

    @Test
    void looksAgainWhenTheDayHasChangedMeanwhile() {
        limitTo(new DayLimits(1, null, null));
        String number = WorkDay.of(slotAt(14)).nextNumber(List.of());
        appointments.beforeNextAdd(() -> appointments.put(another(aRequest())
                .startingAt(MONDAY_AT_TEN.withHour(14))
                .numbered(number)
                .please()));

        refusedFor(Cause.NOT_AN_OPENING);
    }

    @Test
    void takesTheNextNumberOfTheDayEvenAfterACancellation() {
        limitTo(new DayLimits(1, null, null));
        Appointment first = book("8", "one").appointment();
        appointments.apply(first.cancelByClient(business.now()).orElseThrow()).block();

        Appointment second = book("10", "two").appointment();

        String prefix = WorkDay.of(slotAt(10)).keyPrefix();
        assertThat(stored(first).occupied()).contains(prefix + 1);
        assertThat(second.occupied()).contains(prefix + 2);
    }

    @Test
    void endsAnExpiredRequestBeforeItCountsTheDay() {
        limitTo(new DayLimits(1, null, null));
        Appointment expired = book("8", "one").appointment();
        clock.advance(Duration.ofHours(24));

        book("10", "two");

        assertThat(stored(expired).status()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void booksWhatIsHeldOnADayThatTheHoldHasFilled() {
        limitTo(new DayLimits(1, null, null));
        Hold hold = hold(MONDAY_AT_TEN);

        Appointment booked = booking(MONDAY_AT_TEN.toInstant(), hold.id(), FINGERPRINT)
                .blockOptional()
                .orElseThrow()
                .appointment();

        assertThat(booked.occupied()).contains(WorkDay.of(slotAt(10)).keyPrefix() + 1);
        email = "other@example.org";
        StepVerifier.create(booking(at("14"), new Fingerprint("two", "body"))).verifyError(CannotBook.class);
    }

    @Test
    void keepsAStartForAPurposeAsLongAsItIsNeeded() {
        Instant until = WEEK_BEFORE.plus(Duration.ofMinutes(15));

        Hold kept = keep(MONDAY_AT_TEN.toInstant(), until);

        assertThat(kept.heldFor()).isEqualTo(SERIES);
        assertThat(kept.expiresAt()).isEqualTo(until);
        assertThat(kept.numbers()).isEmpty();
        assertThat(holding().keptFor(SERIES).collectList().block()).containsExactly(kept);
        refusedFor(Cause.SLOT_TAKEN);
    }

    @Test
    void keepsNothingForAPurposeThatNobodyCouldBook() {
        StepVerifier.create(keeping(aKeeping(at("07"), WEEK_BEFORE.plusSeconds(60))))
                .verifyErrorSatisfies(error -> assertThat(error).isInstanceOfSatisfying(CannotBook.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Cause.NOT_AN_OPENING);
                    assertThat(refusal.alternatives()).isEmpty();
                }));
        hold(MONDAY_AT_TEN);

        StepVerifier.create(keeping(aKeeping(MONDAY_AT_TEN.toInstant(), WEEK_BEFORE.plusSeconds(60))))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                CannotBook.class,
                                refusal -> assertThat(refusal.reason()).isEqualTo(Cause.SLOT_TAKEN)));
    }

    @Test
    void findsWhatItHasKeptBeforeWhereItKeepsAgain() {
        Keeping wanted = aKeeping(MONDAY_AT_TEN.toInstant(), WEEK_BEFORE.plusSeconds(60));

        Hold first = keeping(wanted).blockOptional().orElseThrow();
        Hold again = keeping(wanted).blockOptional().orElseThrow();

        assertThat(again).isEqualTo(first);
        assertThat(holding().keptFor(SERIES).collectList().block()).hasSize(1);
    }

    @Test
    void countsWhatIsKeptAsTheHoldOfAVisitorWhereThatIsAsked() {
        Visitor visitor = new Visitor("browser", "address");

        Hold kept = keeping(new Keeping(
                        SERIES,
                        new AppointmentId(UUID.randomUUID()),
                        JUNE,
                        SWEDISH,
                        MONDAY_AT_TEN.toInstant(),
                        Asking.ANYBODY,
                        WEEK_BEFORE.plusSeconds(60),
                        visitor))
                .blockOptional()
                .orElseThrow();

        assertThat(kept.numbers()).hasSize(2).anyMatch(number -> number.startsWith("browser:browser#"));
    }

    @Test
    void makesAVisitOfWhatIsKeptOnlyForWhoeverKeepsIt() {
        Hold kept = keep(MONDAY_AT_TEN.toInstant(), WEEK_BEFORE.plusSeconds(60));

        StepVerifier.create(booking(MONDAY_AT_TEN.toInstant(), kept.id(), new Fingerprint("one", "body")))
                .verifyError(NoSuchHold.class);
        StepVerifier.create(holding().renew(kept.id())).verifyError(NoSuchHold.class);
        StepVerifier.create(holding().releaseForVisitor(kept.id())).verifyError(NoSuchHold.class);
        StepVerifier.create(holding().find(kept.id())).verifyComplete();
        Booked booked = booker().book(
                        request(MONDAY_AT_TEN.toInstant(), kept.id()).onHoldFor(SERIES), FINGERPRINT)
                .blockOptional()
                .orElseThrow();

        assertThat(booked.appointment().id()).isEqualTo(kept.id());
        assertThat(holding().keptFor(SERIES).collectList().block()).isEmpty();
    }

    @Test
    void givesBackWhatWasKeptForAPurpose() {
        Hold kept = keep(MONDAY_AT_TEN.toInstant(), WEEK_BEFORE.plusSeconds(60));

        holding().release(kept.id()).block();

        assertThat(holding().keptFor(SERIES).collectList().block()).isEmpty();
        assertThat(book().replayed()).isFalse();
    }

    private Hold keep(Instant start, Instant until) {
        return keeping(aKeeping(start, until)).blockOptional().orElseThrow();
    }

    private Mono<Hold> keeping(Keeping wanted) {
        return holding().keep(wanted);
    }

    private static Keeping aKeeping(Instant start, Instant until) {
        return new Keeping(
                SERIES,
                new AppointmentId(UUID.nameUUIDFromBytes(new byte[] {1})),
                JUNE,
                SWEDISH,
                start,
                Asking.ANYBODY,
                until,
                null);
    }

    private void limitTo(DayLimits limits) {
        listing = aListing()
                .of(JUNE)
                .workingDaily("08:00", "20:00")
                .limitedTo(limits)
                .please();
    }

    private Slot slotAt(int hour) {
        return new Slot(
                listing,
                listing.treatments().getFirst(),
                listing.workplaces().getFirst(),
                MONDAY_AT_TEN.withHour(hour));
    }

    private Appointment stored(Appointment appointment) {
        return appointments.byId(appointment.id()).blockOptional().orElseThrow();
    }

    private Booked book(String hour, String key) {
        return booking(at(hour), new Fingerprint(key, "body")).blockOptional().orElseThrow();
    }

    private static Instant at(String hour) {
        return MONDAY_AT_TEN.withHour(Integer.parseInt(hour)).toInstant();
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
        return booking(start, null, fingerprint);
    }

    private Mono<Booked> booking(Instant start, @Nullable AppointmentId hold, Fingerprint fingerprint) {
        return booker().book(request(start, hold), fingerprint);
    }

    private BookingRequest request(Instant start, @Nullable AppointmentId hold) {
        Client client = new Client("Grace Hopper", new EmailAddress(email), null, Language.EN, null);
        return new BookingRequest(JUNE, SWEDISH, start, hold, client, true, false, note, intake, history, null);
    }

    private BookAppointment booker() {
        return new BookAppointment(
                _ -> Mono.just(listing),
                starts(),
                new TakeTime(appointments, appointments.holds(), business),
                appointments,
                appointments.holds(),
                LIMITS,
                recognition,
                new PrivateTexts(clients),
                business);
    }

    private HoldTime holding() {
        return new HoldTime(
                starts(),
                new TakeTime(appointments, appointments.holds(), business),
                appointments.holds(),
                LIMITS,
                business);
    }

    private BookableStarts starts() {
        FreshOpenings openings = new FreshOpenings(
                (_, _, _) -> Mono.just(BusyTimes.none()),
                (_, _, _) -> Mono.just(Map.of()),
                business,
                new SimpleMeterRegistry());
        return new BookableStarts(_ -> Mono.just(listing), appointments, openings, business);
    }

    private Hold hold(ZonedDateTime start) {
        return holding()
                .hold(JUNE, SWEDISH, start.toInstant(), Asking.ANYBODY, new Visitor("browser", "address"))
                .blockOptional()
                .orElseThrow();
    }

    private String preferredRoom() {
        List<Room> rooms = new ArrayList<>(listing.workplaces().getFirst().rooms());
        Collections.rotate(rooms, JUNE.hashCode());
        return rooms.getFirst().name();
    }

    private static AnAppointment another(AnAppointment words) {
        return words.of(JUNE).by("client@example.org", UUID.randomUUID().toString());
    }
}
