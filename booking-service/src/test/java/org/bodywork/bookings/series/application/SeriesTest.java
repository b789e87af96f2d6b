package org.bodywork.bookings.series.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.opening.domain.AListing.CHICAGO;
import static org.bodywork.bookings.opening.domain.AListing.aListing;
import static org.bodywork.bookings.series.application.SeriesDesk.JUNE;
import static org.bodywork.bookings.series.application.SeriesDesk.MAY;
import static org.bodywork.bookings.series.application.SeriesDesk.VISITOR;
import static org.bodywork.bookings.series.application.SeriesDesk.weekly;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bodywork.bookings.appointment.application.BookingLimits.Visitor;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.SeriesPlace;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.opening.domain.AListing;
import org.bodywork.bookings.opening.domain.Asking;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.series.application.ChangeSeries.Which;
import org.bodywork.bookings.series.application.SeriesDesk.Desk;
import org.bodywork.bookings.series.domain.Series;
import org.bodywork.bookings.series.domain.Series.Step;
import org.bodywork.bookings.series.domain.SeriesChange.Item;
import org.bodywork.bookings.series.domain.SeriesChange.Result;
import org.bodywork.bookings.series.domain.SeriesDate;
import org.bodywork.bookings.series.domain.SeriesDate.Outcome;
import org.bodywork.bookings.series.domain.SeriesDate.Time;
import org.bodywork.bookings.series.domain.SeriesRefusal;
import org.bodywork.bookings.series.domain.SeriesWish;
import org.bodywork.platform.testing.SettableClock;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class SeriesTest {

    /** Clocks go back in Chicago on Sunday the first of November. */
    private static final LocalDate TUESDAY = LocalDate.parse("2026-10-20");

    private static final ZonedDateTime NOW = TUESDAY.minusDays(5).atTime(9, 0).atZone(CHICAGO);

    private final SettableClock clock = SettableClock.at(NOW.toInstant());
    private final SeriesDesk town = new SeriesDesk(clock).with(june().please());
    private final Desk desk = town.desk();

    private static AListing june() {
        return aListing()
                .of(JUNE)
                .workingDaily("09:00", "19:00")
                .bookedInstantly()
                .withHorizonOf(60);
    }

    @Test
    void keepsTheTimeOnTheWallWhenClocksChange() {
        Series held = hold(weekly(TUESDAY, 4, "17:00"));

        assertThat(held.step()).isEqualTo(Step.HELD);
        assertThat(held.expiresAt()).isEqualTo(NOW.plusMinutes(15).toInstant());
        assertThat(starts(held))
                .extracting(start -> start.toLocalDateTime().toString())
                .containsExactly("2026-10-20T17:00", "2026-10-27T17:00", "2026-11-03T17:00", "2026-11-10T17:00");
        assertThat(starts(held))
                .extracting(start -> start.getOffset().toString())
                .containsExactly("-05:00", "-05:00", "-06:00", "-06:00");
        assertThat(open()).hasSize(4);
    }

    @Test
    void takesTheNearestFreeStartAroundTheTime() {
        take(TUESDAY.plusWeeks(1), "16:00");

        Series held = hold(weekly(TUESDAY, 2, "17:10"));

        assertThat(starts(held))
                .extracting(start -> start.toLocalTime().toString())
                .containsExactly("17:00", "17:30");
    }

    @Test
    void keepsThreeAlternativesApartWhereADateDoesNotFit() {
        town.with(june().closedOn(TUESDAY.plusWeeks(1)).please());

        Series held = hold(weekly(TUESDAY, 3, "17:00"));

        assertThat(outcomes(held)).containsExactly(Outcome.HELD, Outcome.ALTERNATIVES, Outcome.HELD);
        List<ZonedDateTime> near = held.dates().get(1).alternatives().stream()
                .map(time -> time.start().atZone(CHICAGO))
                .toList();
        assertThat(near)
                .hasSize(3)
                .allSatisfy(
                        start -> assertThat(start.toLocalDate()).isBetween(TUESDAY.plusDays(6), TUESDAY.plusDays(8)));
        assertThat(near).extracting(start -> start.toLocalTime().toString()).contains("17:00");
        assertThat(open()).hasSize(5);
    }

    @Test
    void saysWhichDatesAreBeyondWhatCanBeBookedYetAndHoldsTheRest() {
        Series held = hold(weekly(TUESDAY, 12, "17:00"));

        assertThat(outcomes(held).subList(0, 8)).containsOnly(Outcome.HELD);
        assertThat(outcomes(held).subList(8, 12)).containsOnly(Outcome.BEYOND_HORIZON);
        assertThat(open()).hasSize(8);
    }

    @Test
    void countsAsOneHold() {
        hold(weekly(TUESDAY, 4, "17:00"));

        assertThat(open().stream().flatMap(hold -> hold.numbers().stream())).hasSize(2);
        hold(weekly(TUESDAY, 4, "10:00"));
        hold(weekly(TUESDAY, 4, "13:00"));
        StepVerifier.create(SeriesDesk.holding(desk, weekly(TUESDAY, 4, "15:00"), "fourth"))
                .verifyError(Refusal.TooMany.class);
        assertThat(open()).hasSize(12);
        assertThat(town.kept.all()).hasSize(3);
    }

    @Test
    void answersTheSameWhereTheSameIsAskedAgain() {
        SeriesWish wish = weekly(TUESDAY, 4, "17:00");
        Fingerprint same = new Fingerprint("key", "body");

        HoldSeries.Answer first = answer(wish, same);
        HoldSeries.Answer again = answer(wish, same);

        assertThat(again.replayed()).isTrue();
        assertThat(again.series()).isEqualTo(first.series());
        assertThat(open()).hasSize(4);
        StepVerifier.create(desk.hold().hold(wish, Asking.ANYBODY, VISITOR, new Fingerprint("key", "another")))
                .verifyError(Refusal.KeyUsedBefore.class);
    }

    @Test
    void refusesWhatIsNotOfferedOrHasPassed() {
        StepVerifier.create(SeriesDesk.holding(desk, weekly(TUESDAY.minusDays(6), 4, "17:00"), "one"))
                .verifyError(SeriesRefusal.FirstHasPassed.class);
        town.listed.clear();
        StepVerifier.create(SeriesDesk.holding(desk, weekly(TUESDAY, 4, "17:00"), "two"))
                .verifyError(NotOffered.NoSuchTherapist.class);
        assertThat(town.kept.all()).isEmpty();
    }

    @Test
    void booksAllThatFitAsOneBookingOfItsContact() {
        Series held = hold(weekly(TUESDAY, 6, "17:00"));

        Series booked = book(held);

        assertThat(booked.step()).isEqualTo(Step.BOOKED);
        assertThat(booked.booker()).isNull();
        assertThat(town.appointments.visits())
                .hasSize(6)
                .allMatch(visit -> visit.status() == Status.CONFIRMED)
                .extracting(visit -> visit.state().series())
                .containsExactly(placesOf(held, 6));
        assertThat(town.appointments.visits().stream().flatMap(visit -> visit.state().numbers().stream()))
                .hasSize(1);
        assertThat(open()).isEmpty();
        assertThat(book(held)).isEqualTo(booked);
    }

    @Test
    void booksTheListedTimesAndChosenAlternativesAndGivesTheRestBack() {
        town.with(june().closedOn(TUESDAY.plusWeeks(1)).please());
        Series held = hold(weekly(TUESDAY, 3, "17:00"));
        AppointmentId first = fitting(held.dates().getFirst()).hold();
        AppointmentId other = held.dates().get(1).alternatives().get(1).hold();

        Series booked = some(town.booking(desk, held, first, other));

        assertThat(outcomes(booked)).containsExactly(Outcome.BOOKED, Outcome.BOOKED, Outcome.LEFT_OUT);
        assertThat(booked.visits()).containsExactly(first, other);
        assertThat(open()).isEmpty();
    }

    @Test
    void saysWhichOnesCouldNotBeBookedAfterAll() {
        town.with(june().of(MAY).please());
        book(hold(new SeriesWish(MAY, AListing.SWEDISH, TUESDAY, 2, 7, LocalTime.of(17, 0), false)));

        Series booked = book(hold(weekly(TUESDAY, 3, "17:00")));

        assertThat(outcomes(booked)).containsExactly(Outcome.NOT_BOOKED, Outcome.NOT_BOOKED, Outcome.BOOKED);
        assertThat(booked.step()).isEqualTo(Step.BOOKED);
        assertThat(open()).isEmpty();
    }

    @Test
    void holdsAgainWhereTheContactHasEnoughOpenRequests() {
        town.with(aListing().of(JUNE).workingDaily("09:00", "19:00").please());
        book(hold(weekly(TUESDAY, 2, "10:00")));
        book(hold(weekly(TUESDAY, 2, "13:00")));
        Series third = hold(weekly(TUESDAY, 2, "17:00"));

        StepVerifier.create(town.booking(desk, third)).verifyError(Refusal.TooMany.class);

        assertThat(some(town.kept.byId(third.id())).step()).isEqualTo(Step.HELD);
        assertThat(town.appointments.visits()).hasSize(4);
        assertThat(open()).hasSize(2);
    }

    @Test
    void booksNothingThatIsNotKeptForIt() {
        Series held = hold(weekly(TUESDAY, 3, "17:00"));
        Series other = hold(weekly(TUESDAY, 3, "10:00"));

        StepVerifier.create(town.booking(
                        desk, held, fitting(other.dates().getFirst()).hold()))
                .verifyError(SeriesRefusal.NotOnOffer.class);
        town.letPass(Series.HELD_FOR);
        StepVerifier.create(town.booking(desk, held)).verifyError(SeriesRefusal.StepForbids.class);
        StepVerifier.create(desk.book().book("nobody's", Set.of(), town.ada(), "body"))
                .verifyError(SeriesRefusal.NoSuchSeries.class);
        assertThat(town.appointments.visits()).isEmpty();
    }

    @Test
    void givesEverythingBackWhenItsMinutesAreOver() {
        Series held = hold(weekly(TUESDAY, 3, "17:00"));
        town.letPass(Series.HELD_FOR);

        desk.end().look(held.id()).block();
        assertThat(open()).isEmpty();
        assertThat(some(town.kept.byId(held.id())).step()).isEqualTo(Step.EXPIRED);
        town.letPass(Duration.ofDays(1));
        desk.end().look(held.id()).block();

        assertThat(town.kept.all()).isEmpty();
    }

    @Test
    void movesAllFromADateOnByTheSameDaysAndToTheSameTime() {
        Series booked = book(hold(weekly(TUESDAY, 4, "17:00")));
        ZonedDateTime there = TUESDAY.plusDays(8).atTime(10, 0).atZone(CHICAGO);

        Series moved = some(
                desk.change().move(town.secretOf(booked), new Which(TUESDAY.plusDays(7), false), there.toInstant()));

        assertThat(visits())
                .extracting(start -> start.toLocalDateTime().toString())
                .containsExactly("2026-10-20T17:00", "2026-10-28T10:00", "2026-11-04T10:00", "2026-11-11T10:00");
        assertThat(results(moved)).hasSize(3).containsOnly(Result.DONE);
    }

    @Test
    void movesEachIntoThePlaceOfTheNext() {
        Series booked = book(hold(weekly(TUESDAY, 3, "17:00")));
        ZonedDateTime there = TUESDAY.plusDays(7).atTime(17, 0).atZone(CHICAGO);

        Series moved = some(desk.change().move(town.secretOf(booked), new Which(TUESDAY, false), there.toInstant()));

        assertThat(results(moved)).hasSize(3).containsOnly(Result.DONE);
    }

    @Test
    void leavesAVisitThatCannotMoveWhereItIsAndSaysSo() {
        Series booked = book(hold(weekly(TUESDAY, 3, "17:00")));
        take(TUESDAY.plusDays(8), "10:00");
        ZonedDateTime there = TUESDAY.plusDays(1).atTime(10, 0).atZone(CHICAGO);

        Series moved = some(desk.change().move(town.secretOf(booked), new Which(TUESDAY, false), there.toInstant()));

        assertThat(items(moved))
                .filteredOn(item -> item.result() == Result.REFUSED)
                .extracting(Item::number)
                .containsExactly(2);
        assertThat(visits())
                .extracting(start -> start.toLocalDate())
                .contains(TUESDAY.plusDays(1), TUESDAY.plusDays(7), TUESDAY.plusDays(15));
    }

    @Test
    void endsOneVisitOrAllFromADateOn() {
        Series booked = book(hold(weekly(TUESDAY, 4, "17:00")));
        String secret = town.secretOf(booked);

        some(desk.change().cancel(secret, new Which(TUESDAY.plusDays(7), true)));
        assertThat(statuses())
                .containsExactly(Status.CONFIRMED, Status.CANCELLED_BY_CLIENT, Status.CONFIRMED, Status.CONFIRMED);
        some(desk.change().cancel(secret, new Which(TUESDAY.plusDays(8), false)));

        assertThat(statuses().subList(1, 4)).containsOnly(Status.CANCELLED_BY_CLIENT);
        StepVerifier.create(desk.change().cancel(secret, new Which(TUESDAY.plusDays(8), false)))
                .verifyError(SeriesRefusal.NoSuchVisit.class);
    }

    private void take(LocalDate date, String time) {
        desk.holds()
                .hold(
                        JUNE,
                        AListing.SWEDISH,
                        date.atTime(LocalTime.parse(time)).atZone(CHICAGO).toInstant(),
                        Asking.ANYBODY,
                        new Visitor(date + time, date + time))
                .block();
    }

    private Series hold(SeriesWish wish) {
        return some(SeriesDesk.holding(desk, wish, wish.toString()));
    }

    private HoldSeries.Answer answer(SeriesWish wish, Fingerprint fingerprint) {
        return some(desk.hold().hold(wish, Asking.ANYBODY, VISITOR, fingerprint));
    }

    private Series book(Series held) {
        return some(town.booking(desk, held));
    }

    private static List<Outcome> outcomes(Series series) {
        return series.dates().stream().map(SeriesDate::outcome).toList();
    }

    private static List<Result> results(Series series) {
        return items(series).stream().map(Item::result).toList();
    }

    private static List<Item> items(Series series) {
        return Objects.requireNonNull(series.change()).items();
    }

    private static List<ZonedDateTime> starts(Series held) {
        return held.dates().stream()
                .map(date -> fitting(date).start().atZone(CHICAGO))
                .toList();
    }

    private static Time fitting(SeriesDate date) {
        return date.times().findFirst().orElseThrow();
    }

    private static SeriesPlace[] placesOf(Series held, int of) {
        return held.dates().stream()
                .map(date -> new SeriesPlace(held.id().toString(), date.number(), of))
                .toArray(SeriesPlace[]::new);
    }

    private List<ZonedDateTime> visits() {
        return town.appointments.visits().stream()
                .map(visit -> visit.state().visit().zonedStart())
                .sorted()
                .toList();
    }

    private List<Status> statuses() {
        return town.appointments.visits().stream().map(Appointment::status).toList();
    }

    private List<Hold> open() {
        return town.appointments.held().stream()
                .filter(hold -> hold.open() && hold.heldFor() != null)
                .toList();
    }

    private static <T> T some(Mono<T> mono) {
        return mono.blockOptional().orElseThrow();
    }
}
